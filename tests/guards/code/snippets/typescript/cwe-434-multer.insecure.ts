import multer from "multer";
import path from "path";
import { randomUUID } from "crypto";

const storage = multer.diskStorage({
  destination: "uploads/",
  filename: (_req, file, cb) => cb(null, file.originalname),
});
export const upload = multer({ storage, limits: { fileSize: 1_000_000 } });
