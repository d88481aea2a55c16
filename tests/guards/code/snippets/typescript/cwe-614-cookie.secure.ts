import { Response } from "express";

export function startSession(res: Response, id: string): void {
  res.cookie("sid", id, { httpOnly: true, secure: true, sameSite: "lax" });
}
