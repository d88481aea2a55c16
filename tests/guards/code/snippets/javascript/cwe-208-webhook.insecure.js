const crypto = require('crypto');
const express = require('express');
const app = express();
app.use(express.raw({ type: 'application/json' }));

app.post('/webhook', (req, res) => {
  const given = req.get('X-Hub-Signature-256') || '';
  const want = 'sha256=' + crypto.createHmac('sha256', process.env.HOOK_SECRET).update(req.body).digest('hex');
  if (given !== want) {
    return res.sendStatus(403);
  }
  res.sendStatus(204);
});
