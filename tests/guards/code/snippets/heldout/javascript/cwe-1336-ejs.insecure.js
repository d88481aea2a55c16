const express = require('express');
const ejs = require('ejs');
const app = express();

app.get('/card', (req, res) => {
  const greeting = req.query.greeting;
  const html = ejs.render(`<p>${greeting} <%= name %></p>`, { name: 'you' });
  res.send(html);
});
