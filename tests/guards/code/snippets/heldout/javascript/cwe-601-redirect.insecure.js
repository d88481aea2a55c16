const express = require('express');
const app = express();

app.get('/out', (req, res) => {
  let target = req.query.to;
  if (!target) {
    target = '/';
  }
  res.redirect(302, target);
});
