import { BadRequestException, Controller, Get, Query, Res } from '@nestjs/common';
import { Response } from 'express';

const TARGETS: Record<string, string> = { docs: 'https://docs.example.com' };

@Controller()
export class LinkController {
  @Get('go')
  go(@Query('to') to: string, @Res() res: Response) {
    const target = TARGETS[to];
    if (!target) throw new BadRequestException();
    res.redirect(target);
  }
}
