import { execFile, exec } from 'child_process';

export class Video {
  constructor(private readonly file: string) {}

  probe(cb: (err: Error | null, out: string) => void): void {
    exec(`ffprobe -v error -show_format "${this.file}"`, cb);
  }
}
