const express = require('express');
const vm = require('vm');
const app = express();
app.use(express.json());

const HOOKS = {
  upper: (s) => s.toUpperCase(),
  trim: (s) => s.trim(),
};

app.post('/transform', (req, res) => {
  const hook = Object.prototype.hasOwnProperty.call(HOOKS, req.body.hook) ? HOOKS[req.body.hook] : null;
  if (!hook) return res.sendStatus(400);
  res.json({ output: hook(String(req.body.input)) });
});
