import { getRepository } from 'typeorm';
import { Request, Response } from 'express';
import { Ticket } from './ticket';

export async function listTickets(req: Request, res: Response) {
  const repo = getRepository(Ticket);
  const owner = req.query.owner as string;
  const tickets = await repo
    .createQueryBuilder('t')
    .where("t.owner = '" + owner + "'")
    .getMany();
  res.json(tickets);
}
