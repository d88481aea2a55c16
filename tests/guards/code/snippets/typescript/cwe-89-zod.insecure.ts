import { z } from 'zod';
import express from 'express';
import { pool } from './db';

const app = express();
app.use(express.json());

app.post('/users', async (req, res) => {
  const { email, age } = req.body;
  await pool.query(`INSERT INTO users (email, age) VALUES ('${email}', ${age})`);
  res.sendStatus(201);
});
