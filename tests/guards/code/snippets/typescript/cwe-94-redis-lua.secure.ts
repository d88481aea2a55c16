import { createClient } from 'redis';
import type { Request, Response } from 'express';

const client = createClient();

export async function rank(req: Request, res: Response) {
  const board = String(req.query.board);
  const script = "return redis.call('ZREVRANGE', KEYS[1], 0, 9)";
  const top = await client.eval(script, { keys: [`board:${board}`], arguments: [] });
  res.json(top);
}
