const express = require('express');
const app = express();
app.use(express.json());

function compute(formula, vars) {
  const fn = new Function(...Object.keys(vars), 'return ' + formula);
  return fn(...Object.values(vars));
}

app.post('/formula', (req, res) => {
  const { formula, variables } = req.body;
  res.json({ value: compute(formula, variables) });
});
