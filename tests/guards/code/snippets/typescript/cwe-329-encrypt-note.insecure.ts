import * as crypto from 'crypto';

const IV = Buffer.from('1234567890abcdef');

export function encryptNote(note: string, key: Buffer): string {
  const cipher = crypto.createCipheriv('aes-256-cbc', key, IV);
  return cipher.update(note, 'utf8', 'base64') + cipher.final('base64');
}
