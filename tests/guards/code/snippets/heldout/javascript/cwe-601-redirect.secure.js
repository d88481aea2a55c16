const express = require('express');
const app = express();

app.get('/out', (req, res) => {
  let target = req.query.to;
  if (typeof target !== 'string' || !target.startsWith('/') || target.startsWith('//')) {
    target = '/';
  }
  res.redirect(302, target);
});
