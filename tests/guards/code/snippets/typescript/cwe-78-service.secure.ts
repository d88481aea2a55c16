import { execFile } from 'child_process';
import { promisify } from 'util';

const run = promisify(execFile);

export class ArchiveService {
  async compress(folder: string): Promise<string> {
    const { stdout } = await run('tar', ['czf', '/tmp/out.tgz', '--', folder]);
    return stdout;
  }
}
