const { spawn } = require('child_process');
const express = require('express');
const app = express();

app.get('/convert', (req, res) => {
  const format = req.query.format;
  const child = spawn('ffmpeg -i in.mov out.' + format, { shell: true });
  child.on('close', (code) => res.json({ code }));
});
