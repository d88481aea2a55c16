import { randomBytes } from "crypto";

export function resetToken(): string {
  return randomBytes(24).toString("hex");
}
