import { Response } from 'express';

interface Options { httpOnly: boolean; secure: boolean; maxAge: number }

const OPTIONS: Options = {
  httpOnly: false,
  secure: false,
  maxAge: 86400000,
};

export function remember(res: Response, token: string): void {
  res.cookie('auth_token', token, OPTIONS);
}
