interface ApiKey {
  key: string;
  owner: string;
  created: Date;
}

export function issueApiKey(owner: string): ApiKey {
  let key = '';
  for (let i = 0; i < 32; i++) {
    key += Math.floor(Math.random() * 16).toString(16);
  }
  return { key, owner, created: new Date() };
}
