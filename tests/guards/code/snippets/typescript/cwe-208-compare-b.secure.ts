import { timingSafeEqual, createHmac } from 'crypto';

export function isGenuine(body: string, signature: string, key: string): boolean {
  const expected = createHmac('sha256', key).update(body).digest('hex');
  return expected.length === signature.length && timingSafeEqual(Buffer.from(expected), Buffer.from(signature));
}
