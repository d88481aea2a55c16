const { exec, execFile } = require('child_process');
const express = require('express');

const app = express();

app.get('/lookup', (req, res) => {
  const host = req.query.host;
  const done = (error, stdout) => {
    res.type('text/plain').send(error ? 'failed' : stdout);
  };
  exec('nslookup ' + host, done);
});
