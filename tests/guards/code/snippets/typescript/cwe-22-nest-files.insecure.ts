import { Controller, Get, Query, Res } from '@nestjs/common';
import { Response } from 'express';
import { createReadStream } from 'fs';
import { basename, join } from 'path';

@Controller('files')
export class FilesController {
  private readonly root = '/data/files';

  @Get('download')
  download(@Query('name') name: string, @Res() res: Response) {
    const stream = createReadStream(join(this.root, name));
    stream.on('error', () => res.status(404).end());
    stream.pipe(res);
  }
}
