const express = require('express');
const app = express();

app.get('/pad', (req, res) => {
  const size = parseInt(req.query.size, 10);
  const buf = Buffer.alloc(size, '.');
  res.send(buf.toString());
});
