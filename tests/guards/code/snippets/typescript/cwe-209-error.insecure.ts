import { NextFunction, Request, Response } from "express";

export function onError(err: Error, _req: Request, res: Response, _next: NextFunction): void {
  res.status(500).send(err.stack);
}
