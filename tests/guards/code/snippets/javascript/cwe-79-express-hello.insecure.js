const express = require('express');
const app = express();

app.get('/hello', (req, res) => {
  const { name } = req.query;
  res.send(`<h1>Hello ${name}</h1>`);
});
