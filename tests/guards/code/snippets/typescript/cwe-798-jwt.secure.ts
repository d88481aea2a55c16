import jwt from "jsonwebtoken";

const SECRET: string = process.env.JWT_SECRET!;

export const sign = (userId: string): string => jwt.sign({ sub: userId }, SECRET, { expiresIn: "1h" });
