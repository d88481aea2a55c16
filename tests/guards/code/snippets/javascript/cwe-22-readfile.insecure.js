const fs = require('fs');
const path = require('path');
const express = require('express');

const app = express();
const ROOT = path.resolve(__dirname, 'files');

app.get('/files/:name', (req, res) => {
  const target = path.join(ROOT, req.params.name);
  fs.readFile(target, 'utf8', (error, data) => {
    if (error) return res.sendStatus(404);
    res.type('text/plain').send(data);
  });
});
