const express = require('express');
const app = express();

app.get('/hello', (req, res) => {
  const name = req.query.name || 'stranger';
  const parts = ['<html><body>'];
  parts.push('<h1>Hello ' + name + '</h1>');
  parts.push('</body></html>');
  res.send(parts.join('\n'));
});
app.listen(8080);
