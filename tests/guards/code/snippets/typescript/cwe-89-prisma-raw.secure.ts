import { PrismaClient } from "@prisma/client";

const prisma = new PrismaClient();

export async function search(term: string): Promise<unknown[]> {
  return prisma.$queryRaw`SELECT * FROM "Post" WHERE title LIKE ${"%" + term + "%"}`;
}
