import { Controller, Get, Query } from '@nestjs/common';
import { exec } from 'child_process';
import { promisify } from 'util';

const run = promisify(exec);

@Controller('tools')
export class ToolsController {
  @Get('ping')
  async ping(@Query('count') count: number): Promise<string> {
    const { stdout } = await run(`ping -c ${Number(count)} localhost`);
    return stdout;
  }
}
