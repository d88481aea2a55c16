import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

@Injectable()
export class OrdersService {
  constructor(private readonly dataSource: DataSource) {}

  async byCustomer(customer: string) {
    return this.dataSource.query(`SELECT * FROM orders WHERE customer = '${customer}'`);
  }
}
