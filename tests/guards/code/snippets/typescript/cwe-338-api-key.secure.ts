import { randomBytes } from 'crypto';

interface ApiKey {
  key: string;
  owner: string;
  created: Date;
}

export function issueApiKey(owner: string): ApiKey {
  const key = randomBytes(16).toString('hex');
  return { key, owner, created: new Date() };
}
