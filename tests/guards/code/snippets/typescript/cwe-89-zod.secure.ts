import { z } from 'zod';
import express from 'express';
import { pool } from './db';

const app = express();
app.use(express.json());
const Body = z.object({ email: z.string().email(), age: z.number().int() });

app.post('/users', async (req, res) => {
  const { email, age } = Body.parse(req.body);
  await pool.query('INSERT INTO users (email, age) VALUES ($1, $2)', [email, age]);
  res.sendStatus(201);
});
