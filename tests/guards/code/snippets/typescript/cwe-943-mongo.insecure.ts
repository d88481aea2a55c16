import { Request, Response } from "express";
import { User } from "./models";

export async function login(req: Request, res: Response) {
  const user = await User.findOne({ email: req.body.email, password: req.body.password });
  if (!user) return res.sendStatus(401);
  res.json({ id: user.id });
}
