const express = require('express');
const app = express();
app.use(express.json());

app.post('/calculate', (req, res) => {
  const { a, b, operator } = req.body;
  const result = eval(a + operator + b);
  res.json({ result });
});
