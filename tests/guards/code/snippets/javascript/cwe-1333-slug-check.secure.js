const express = require('express');
const app = express();

const NAME = /^[\w ]{1,80}$/;

app.post('/profile', express.json(), (req, res) => {
  if (!NAME.test(req.body.fullName)) {
    return res.status(422).json({ error: 'invalid name' });
  }
  res.json({ ok: true });
});
