const express = require('express');
const app = express();

app.get('/normalize', (req, res) => {
  const text = String(req.query.text || '');
  const cleaned = text.slice(0, 1000).trimEnd();
  res.send({ cleaned });
});
