const express = require('express');
const got = require('got');
const dns = require('dns').promises;
const ipaddr = require('ipaddr.js');
const app = express();
app.use(express.json());

const hooks = [];

app.post('/hooks', async (req, res) => {
  const { hostname, protocol } = new URL(req.body.url);
  const { address } = await dns.lookup(hostname);
  if (protocol !== 'https:' || ipaddr.parse(address).range() !== 'unicast') {
    return res.status(400).end();
  }
  hooks.push({ url: req.body.url, event: req.body.event });
  await got.post(req.body.url, { json: { event: 'ping' } });
  res.sendStatus(201);
});
