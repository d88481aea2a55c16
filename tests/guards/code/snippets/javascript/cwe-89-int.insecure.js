const express = require('express');
const db = require('./db');
const app = express();

app.get('/page', async (req, res) => {
  const page = req.query.page;
  const rows = await db.query('SELECT * FROM posts LIMIT 10 OFFSET ' + page);
  res.json(rows);
});
