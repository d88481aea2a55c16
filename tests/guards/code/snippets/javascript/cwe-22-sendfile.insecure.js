const express = require('express');
const app = express();

app.get('/download', (req, res) => {
  const file = req.query.file;
  res.sendFile('/var/app/reports/' + file);
});
