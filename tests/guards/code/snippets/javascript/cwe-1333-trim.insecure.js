const express = require('express');
const app = express();

app.get('/normalize', (req, res) => {
  const text = String(req.query.text || '');
  const cleaned = text.replace(/(\s+)+$/, '').replace(/^(a|aa)+$/, 'a');
  res.send({ cleaned });
});
