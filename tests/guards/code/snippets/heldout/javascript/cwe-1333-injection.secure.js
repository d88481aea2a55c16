const express = require('express');
const escape = require('escape-string-regexp');
const words = require('./words.json');

const app = express();

app.get('/search', (req, res) => {
  const q = req.query.q;
  const expression = new RegExp('^' + escape(q), 'i');
  res.json(words.filter((word) => expression.test(word)));
});
