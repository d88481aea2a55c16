import jwt from 'jsonwebtoken';

export interface Claims { sub: string; admin?: boolean }

export function readClaims(token: string, key: string): Claims {
  return jwt.verify(token, key, { algorithms: ['HS256'] }) as Claims;
}
