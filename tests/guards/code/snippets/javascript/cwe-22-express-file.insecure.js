const express = require('express');
const fs = require('fs');
const path = require('path');
const app = express();

app.get('/files/:name', (req, res) => {
  const filePath = path.join(__dirname, 'files', req.params.name);
  fs.readFile(filePath, 'utf8', (err, data) => {
    if (err) return res.status(404).end();
    res.type('text/plain').end(data);
  });
});
