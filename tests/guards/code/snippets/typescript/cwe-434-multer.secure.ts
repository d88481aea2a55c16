import multer from "multer";
import path from "path";
import { randomUUID } from "crypto";

const storage = multer.diskStorage({
  destination: "uploads/",
  filename: (_req, _file, cb) => cb(null, randomUUID() + ".png"),
});
export const upload = multer({ storage, limits: { fileSize: 1_000_000 } });
