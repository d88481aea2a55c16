const yaml = require('js-yaml');
const express = require('express');
const app = express();
app.use(express.text());

app.post('/state', (req, res) => {
  const state = yaml.load(req.body, { schema: yaml.JSON_SCHEMA });
  res.json({ keys: Object.keys(state) });
});
