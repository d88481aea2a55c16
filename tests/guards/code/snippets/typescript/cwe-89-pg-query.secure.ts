import { Pool } from "pg";
import express, { Request, Response } from "express";

const pool = new Pool();
const app = express();

app.get("/users/:name", async (req: Request, res: Response) => {
  const { name } = req.params;
  const result = await pool.query("SELECT id, email FROM users WHERE name = $1", [name]);
  res.json(result.rows);
});
