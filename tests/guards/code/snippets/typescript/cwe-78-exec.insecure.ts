import { exec, execFile } from "node:child_process";
import { Router } from "express";

export const router = Router();

router.post("/thumbnail", (req, res) => {
  const file = req.body.file as string;
  exec(`convert ${file} -resize 100x100 thumb.png`, (err) => res.sendStatus(err ? 500 : 200));
});
