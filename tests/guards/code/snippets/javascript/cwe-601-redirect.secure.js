const express = require('express');
const router = express.Router();
const TARGETS = new Map([['docs', 'https://docs.example.com'], ['blog', 'https://blog.example.com']]);

router.get('/out', (req, res) => {
  const target = TARGETS.get(req.query.to);
  if (!target) return res.status(404).end();
  res.redirect(target);
});
module.exports = router;
