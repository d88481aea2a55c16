const express = require('express');
const fetch = require('node-fetch');
const router = express.Router();

async function download(address) {
  const r = await fetch(address);
  return r.buffer();
}

router.post('/avatar/from-url', async (req, res) => {
  const { hostname, protocol } = new URL(req.body.imageUrl);
  if (protocol !== 'https:' || hostname !== 'avatars.example.com') {
    return res.status(400).json({ error: 'only avatars.example.com' });
  }
  const image = await download(req.body.imageUrl);
  res.type('image/png').send(image);
});
module.exports = router;
