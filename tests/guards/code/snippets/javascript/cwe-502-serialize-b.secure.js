const serialize = require('node-serialize');
const express = require('express');
const cookieParser = require('cookie-parser');

const app = express();
app.use(cookieParser());

app.get('/', (req, res) => {
  if (!req.cookies.profile) return res.send('hello');
  const text = Buffer.from(req.cookies.profile, 'base64').toString();
  const profile = JSON.parse(text);
  res.json({ known: Boolean(profile.name) });
});
