const yaml = require('js-yaml');
const express = require('express');
const serialize = require('node-serialize');
const app = express();
app.use(express.text());

app.post('/state', (req, res) => {
  const state = serialize.unserialize(req.body);
  res.json({ keys: Object.keys(state) });
});
