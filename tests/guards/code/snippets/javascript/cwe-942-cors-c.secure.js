const express = require('express');
const app = express();

const ORIGINS = ['https://app.example.com'];

app.use((req, res, next) => {
  if (ORIGINS.includes(req.headers.origin)) {
    res.header('Access-Control-Allow-Origin', req.headers.origin);
    res.header('Access-Control-Allow-Credentials', 'true');
  }
  next();
});
app.get('/account', (req, res) => res.json({ balance: 10 }));
