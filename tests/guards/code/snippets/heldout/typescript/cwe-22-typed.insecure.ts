import { promises as fs } from 'fs';
import * as path from 'path';

export class TemplateStore {
  constructor(private readonly root: string) {}

  async load(name: string): Promise<string> {
    const file = path.resolve(this.root, name);
    return fs.readFile(file, 'utf8');
  }
}
