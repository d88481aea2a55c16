import { createClient } from 'redis';
import type { Request, Response } from 'express';

const client = createClient();

export async function rank(req: Request, res: Response) {
  const board = String(req.query.board);
  const script = `return redis.call('ZREVRANGE', '${board}', 0, 9)`;
  const top = await client.eval(script, { keys: [], arguments: [] });
  res.json(top);
}
