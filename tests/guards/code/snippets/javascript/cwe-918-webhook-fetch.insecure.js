const express = require('express');
const got = require('got');
const app = express();
app.use(express.json());

const hooks = [];

app.post('/hooks', async (req, res) => {
  hooks.push({ url: req.body.url, event: req.body.event });
  await got.post(req.body.url, { json: { event: 'ping' } });
  res.sendStatus(201);
});
