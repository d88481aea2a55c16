const express = require('express');
const fs = require('fs');
const path = require('path');

const app = express();
const DOCS = path.join(__dirname, 'docs');

app.get('/docs/:file', (req, res) => {
  const target = path.resolve(DOCS, req.params.file);
  if (!target.startsWith(DOCS + path.sep)) {
    return res.status(403).end();
  }
  fs.readFile(target, 'utf8', (err, text) => {
    if (err) return res.status(404).end();
    res.type('text/plain').send(text);
  });
});

app.listen(3000);
