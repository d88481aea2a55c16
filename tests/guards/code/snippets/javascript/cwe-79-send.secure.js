const express = require('express');
const escapeHtml = require('escape-html');

const app = express();

app.get('/greet', (req, res) => {
  const name = req.query.name || 'friend';
  const items = ['<ul>'];
  items.push('<li>' + escapeHtml(name) + '</li>');
  items.push('</ul>');
  res.send(items.join(''));
});
