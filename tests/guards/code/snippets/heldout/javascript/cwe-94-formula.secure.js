const express = require('express');
const { Parser } = require('expr-eval');
const app = express();
app.use(express.json());

function compute(formula, vars) {
  return Parser.evaluate(formula, vars);
}

app.post('/formula', (req, res) => {
  const { formula, variables } = req.body;
  res.json({ value: compute(formula, variables) });
});
