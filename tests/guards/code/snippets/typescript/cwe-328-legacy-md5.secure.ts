import { createHash, createHmac } from 'crypto';

export function signLink(path: string, expires: number, secret: string): string {
  const sig = createHmac('sha256', secret).update(path + '|' + expires).digest('hex');
  return `${path}?e=${expires}&s=${sig}`;
}
