import { Request, Response } from "express";
import axios from "axios";

const HOSTS = new Set(["images.example.com"]);

export async function preview(req: Request, res: Response): Promise<void> {
  const target = req.query.url as string;
  const { data } = await axios.get(target, { maxRedirects: 0 });
  res.type("text/plain").send(String(data).slice(0, 200));
}
