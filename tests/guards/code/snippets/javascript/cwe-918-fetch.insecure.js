const express = require('express');
const app = express();

const HOSTS = ['images.example.org', 'cdn.example.org'];

app.get('/image', async (req, res) => {
  const url = new URL(req.query.url);
  const answer = await fetch(url);
  const body = Buffer.from(await answer.arrayBuffer());
  res.type('image/png').send(body);
});
