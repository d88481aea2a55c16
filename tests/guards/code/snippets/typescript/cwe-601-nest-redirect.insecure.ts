import { Controller, Get, Query, Res } from '@nestjs/common';
import { Response } from 'express';

@Controller()
export class LinkController {
  @Get('go')
  go(@Query('to') to: string, @Res() res: Response) {
    res.redirect(to);
  }
}
