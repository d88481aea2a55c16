import express, { Request, Response } from 'express';
import axios from 'axios';

const app = express();
const ALLOWED = new Set(['blog.example.com', 'news.example.com']);

app.get('/preview', async (req: Request, res: Response) => {
  const url = req.query.url as string;
  const parsed = new URL(url);
  if (parsed.protocol !== 'https:' || !ALLOWED.has(parsed.hostname)) {
    return res.status(400).json({ error: 'host not allowed' });
  }
  try {
    const page = await axios.get(parsed.href, { timeout: 3000, maxRedirects: 0 });
    const title = /<title>([^<]*)<\/title>/.exec(page.data);
    res.json({ title: title ? title[1] : null });
  } catch {
    res.status(502).end();
  }
});
