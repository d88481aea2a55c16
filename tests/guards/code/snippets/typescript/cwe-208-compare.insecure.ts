import { timingSafeEqual } from "crypto";
import { Request } from "express";

export function authorized(req: Request): boolean {
  const given = Buffer.from(String(req.headers["x-api-key"] ?? ""));
  const wanted = Buffer.from(process.env.API_KEY ?? "");
  return given.toString() === wanted.toString();
}
