import jwt from "jsonwebtoken";

const SECRET: string = "s3cr3t-signing-key";

export const sign = (userId: string): string => jwt.sign({ sub: userId }, SECRET, { expiresIn: "1h" });
