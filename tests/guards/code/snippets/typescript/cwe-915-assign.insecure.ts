import { Request, Response } from "express";
import { User } from "./models";

export async function update(req: Request, res: Response) {
  const user = await User.findById(req.params.id);
  if (!user) return res.sendStatus(404);
  Object.assign(user, req.body);
  await user.save();
  res.json(user);
}
