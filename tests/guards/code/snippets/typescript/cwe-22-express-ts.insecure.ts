import express, { Request, Response } from 'express';
import { promises as fs } from 'fs';
import path from 'path';

const app = express();

app.get('/doc', async (req: Request, res: Response) => {
  const file = path.join('/srv/docs', req.query.file as string);
  const content = await fs.readFile(file, 'utf8');
  res.type('text').send(content.length.toString());
});
