import { Controller, Get, Query } from '@nestjs/common';
import { exec } from 'child_process';
import { promisify } from 'util';

const run = promisify(exec);

@Controller('tools')
export class ToolsController {
  @Get('ping')
  async ping(@Query('host') host: string): Promise<string> {
    const { stdout } = await run(`ping -c 1 ${host}`);
    return stdout;
  }
}
