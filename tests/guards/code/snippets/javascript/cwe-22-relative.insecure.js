const express = require('express');
const path = require('path');
const app = express();
const BASE = path.resolve('public');

app.get('/f/*', (req, res) => {
  res.sendFile(BASE + '/' + req.params[0]);
});
