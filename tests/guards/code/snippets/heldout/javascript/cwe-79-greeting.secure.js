const express = require('express');
const escapeHtml = require('escape-html');
const app = express();

app.get('/hello', (req, res) => {
  const name = req.query.name || 'stranger';
  const parts = ['<html><body>'];
  parts.push('<h1>Hello ' + escapeHtml(name) + '</h1>');
  parts.push('</body></html>');
  res.send(parts.join('\n'));
});
app.listen(8080);
