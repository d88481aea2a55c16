const express = require('express');
const vm = require('vm');
const app = express();
app.use(express.json());

app.post('/transform', (req, res) => {
  const sandbox = { input: req.body.input, output: null };
  vm.runInNewContext(req.body.script, sandbox, { timeout: 100 });
  res.json({ output: sandbox.output });
});
