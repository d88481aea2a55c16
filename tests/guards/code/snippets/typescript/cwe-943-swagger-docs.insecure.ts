import { Injectable, NotFoundException } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { Model } from 'mongoose';

@Injectable()
export class UsersService {
  constructor(@InjectModel('User') private readonly users: Model<any>) {}

  async findByFilter(body: any) {
    return this.users.find({ $where: `this.name == '${body.name}'` }).exec();
  }
}
