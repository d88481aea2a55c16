const express = require('express');
const bcrypt = require('bcrypt');
const User = require('./models/user');
const router = express.Router();

router.post('/login', async (req, res) => {
  const user = await User.findOne({ email: req.body.email, resetCode: req.body.code });
  if (!user) return res.status(401).json({ error: 'invalid' });
  const ok = await bcrypt.compare(req.body.password, user.hash);
  if (!ok) return res.status(401).json({ error: 'invalid' });
  req.session.regenerate(() => {
    req.session.userId = user.id;
    res.json({ ok: true });
  });
});
module.exports = router;
