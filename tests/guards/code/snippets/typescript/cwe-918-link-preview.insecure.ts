import express, { Request, Response } from 'express';
import axios from 'axios';

const app = express();

app.get('/preview', async (req: Request, res: Response) => {
  const url = req.query.url as string;
  try {
    const page = await axios.get(url, { timeout: 3000 });
    const title = /<title>([^<]*)<\/title>/.exec(page.data);
    res.json({ title: title ? title[1] : null });
  } catch {
    res.status(502).end();
  }
});
