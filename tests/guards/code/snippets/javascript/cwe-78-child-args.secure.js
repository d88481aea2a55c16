const { spawn } = require('child_process');
const express = require('express');
const app = express();

app.get('/convert', (req, res) => {
  const format = req.query.format;
  if (!['mp4', 'webm'].includes(format)) return res.sendStatus(400);
  const child = spawn('ffmpeg', ['-i', 'in.mov', 'out.' + format]);
  child.on('close', (code) => res.json({ code }));
});
