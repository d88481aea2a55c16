import { timingSafeEqual, createHmac } from 'crypto';

export function isGenuine(body: string, signature: string, key: string): boolean {
  const expected = createHmac('sha256', key).update(body).digest('hex');
  return expected === signature;
}
