const express = require('express');
const fs = require('fs');
const path = require('path');
const app = express();
const ROOT = path.resolve(__dirname, 'files');

app.get('/files/:name', (req, res) => {
  const filePath = path.resolve(ROOT, req.params.name);
  if (!filePath.startsWith(ROOT + path.sep)) {
    return res.status(403).end();
  }
  fs.readFile(filePath, 'utf8', (err, data) => {
    if (err) return res.status(404).end();
    res.type('text/plain').end(data);
  });
});
