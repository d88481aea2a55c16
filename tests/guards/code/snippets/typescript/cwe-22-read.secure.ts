import * as fs from "fs";
import * as path from "path";
import { Request, Response } from "express";

const ROOT = path.resolve("uploads");

export function download(req: Request, res: Response): void {
  const file = path.join(ROOT, String(req.query.file));
  if (!file.startsWith(ROOT + path.sep)) {
    res.status(403).end();
    return;
  }
  res.send(fs.readFileSync(file));
}
