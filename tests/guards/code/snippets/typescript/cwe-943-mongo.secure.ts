import { Request, Response } from "express";
import { User } from "./models";

export async function login(req: Request, res: Response) {
  const user = await User.findOne({ email: String(req.body.email) });
  if (user && !(await user.verify(String(req.body.password)))) return res.sendStatus(401);
  if (!user) return res.sendStatus(401);
  res.json({ id: user.id });
}
