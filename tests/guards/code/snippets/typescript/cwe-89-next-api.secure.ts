import type { NextApiRequest, NextApiResponse } from 'next';
import { Pool } from 'pg';

const pool = new Pool({ connectionString: process.env.DATABASE_URL });

export default async function handler(req: NextApiRequest, res: NextApiResponse) {
  const { id } = req.query;
  const result = await pool.query('SELECT name, email FROM members WHERE id = $1', [id]);
  if (result.rowCount === 0) return res.status(404).json({ error: 'not found' });
  res.status(200).json(result.rows[0]);
}
