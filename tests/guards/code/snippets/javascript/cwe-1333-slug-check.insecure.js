const express = require('express');
const app = express();

const NAME = /^(\w+\s?)*$/;

app.post('/profile', express.json(), (req, res) => {
  if (!NAME.test(req.body.fullName)) {
    return res.status(422).json({ error: 'invalid name' });
  }
  res.json({ ok: true });
});
