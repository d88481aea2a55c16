const express = require('express');
const mysql = require('mysql2/promise');

const app = express();
const pool = mysql.createPool({ host: 'localhost', user: 'shop', password: process.env.DB_PASSWORD, database: 'shop' });

app.get('/products', async (req, res) => {
  const { category, limit = '10' } = req.query;
  let sql = 'SELECT id, name FROM products WHERE category = ?';
  sql += ' LIMIT 10';
  const [rows] = await pool.query(sql, [category]);
  res.json(rows);
});
