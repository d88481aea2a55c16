const express = require('express');
const { evaluate } = require('./arithmetic');
const app = express();
app.use(express.json());

app.post('/calc', (req, res) => {
  if (!/^[\d+\-*/ ().]{1,100}$/.test(req.body.expression)) {
    return res.status(400).json({ error: 'invalid' });
  }
  res.json({ result: evaluate(req.body.expression) });
});
