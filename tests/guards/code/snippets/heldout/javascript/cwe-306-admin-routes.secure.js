const express = require('express');
const User = require('./models/user');
const router = express.Router();

function requireAdmin(req, res, next) {
  if (!req.session.user || req.session.user.role !== 'admin') return res.sendStatus(403);
  next();
}

router.delete('/admin/users/:id', requireAdmin, async (req, res) => {
  await User.deleteOne({ _id: String(req.params.id) });
  res.sendStatus(204);
});
module.exports = router;
