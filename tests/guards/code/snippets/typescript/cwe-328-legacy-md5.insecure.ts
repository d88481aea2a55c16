import { createHash, createHmac } from 'crypto';

export function signLink(path: string, expires: number, secret: string): string {
  const sig = createHash('md5').update(path + expires + secret).digest('hex');
  return `${path}?e=${expires}&s=${sig}`;
}
