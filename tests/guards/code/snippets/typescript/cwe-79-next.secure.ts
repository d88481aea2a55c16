import type { NextApiRequest, NextApiResponse } from 'next';
import escapeHtml from 'escape-html';

export default function handler(req: NextApiRequest, res: NextApiResponse) {
  const title = String(req.query.title ?? '');
  res.setHeader('Content-Type', 'text/html');
  res.status(200).send(`<h1>${escapeHtml(title)}</h1>`);
}
