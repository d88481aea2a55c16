const express = require('express');
const app = express();
app.use(express.json());

app.post('/calculate', (req, res) => {
  const { a, b, operator } = req.body;
  const operations = { '+': (x, y) => x + y, '-': (x, y) => x - y };
  const operation = operations[operator];
  const result = operation ? operation(Number(a), Number(b)) : null;
  res.json({ result });
});
