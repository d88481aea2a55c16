import { createHash, scryptSync } from "crypto";

export function hashPassword(password: string, salt: string): string {
  return createHash("md5").update(password + salt).digest("hex");
}
