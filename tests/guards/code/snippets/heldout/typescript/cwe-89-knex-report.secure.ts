import { Knex } from 'knex';
import { Request, Response } from 'express';

export class ReportController {
  constructor(private readonly db: Knex) {}

  byRegion = async (req: Request, res: Response): Promise<void> => {
    const { region } = req.query;
    const rows = await this.db.raw('SELECT region, SUM(total) FROM sales WHERE region = ? GROUP BY region', [String(region)]);
    res.json(rows);
  };
}
