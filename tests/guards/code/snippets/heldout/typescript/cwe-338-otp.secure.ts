import { randomInt } from 'node:crypto';

export class OtpMailer {
  private readonly pending = new Map<string, string>();

  constructor(private readonly mail: { send(to: string, text: string): Promise<void> }) {}

  async start(email: string): Promise<void> {
    const digits = String(randomInt(0, 1_000_000)).padStart(6, '0');
    this.pending.set(email, digits);
    await this.mail.send(email, `Your code: ${digits}`);
  }
}
