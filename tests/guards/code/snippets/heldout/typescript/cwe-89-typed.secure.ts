import { Request, Response } from 'express';
import { Pool } from 'pg';

const pool = new Pool();

interface Filter {
  city: string;
  minAge: number;
}

export async function people(req: Request, res: Response): Promise<void> {
  const filter = req.query as unknown as Filter;
  const text: string = 'SELECT * FROM people WHERE city = $1';
  const result = await pool.query(text, [filter.city]);
  res.json(result.rows);
}
