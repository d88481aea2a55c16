const express = require('express');
const db = require('./db');
const app = express();

app.get('/page', async (req, res) => {
  const page = Number.parseInt(req.query.page, 10) || 0;
  const rows = await db.query('SELECT * FROM posts LIMIT 10 OFFSET ' + page);
  res.json(rows);
});
