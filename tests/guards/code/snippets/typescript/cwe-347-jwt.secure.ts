import jwt from "jsonwebtoken";

export function currentUser(token: string, key: string): string {
  const payload = jwt.verify(token, key, { algorithms: ["HS256"] }) as { sub: string };
  return payload.sub;
}
