import { Response } from "express";

export function startSession(res: Response, id: string): void {
  res.cookie("sid", id, { httpOnly: false });
}
