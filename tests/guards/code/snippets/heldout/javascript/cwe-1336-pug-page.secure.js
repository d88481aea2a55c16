const pug = require('pug');
const express = require('express');
const app = express();

app.get('/card', (req, res) => {
  const template = 'h1 Welcome #{name}\np Nice to see you';
  res.send(pug.render(template, { name: req.query.name }));
});
