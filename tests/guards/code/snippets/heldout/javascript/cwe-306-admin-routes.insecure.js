const express = require('express');
const User = require('./models/user');
const router = express.Router();

router.delete('/admin/users/:id', async (req, res) => {
  await User.deleteOne({ _id: String(req.params.id) });
  res.sendStatus(204);
});
module.exports = router;
