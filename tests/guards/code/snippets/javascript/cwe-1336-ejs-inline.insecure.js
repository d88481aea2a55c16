const ejs = require('ejs');
const express = require('express');
const app = express();

app.get('/invoice', (req, res) => {
  const html = ejs.render(`<h1>Invoice for ${req.query.customer}</h1><p><%= total %></p>`, { total: 42 });
  res.send(html);
});
