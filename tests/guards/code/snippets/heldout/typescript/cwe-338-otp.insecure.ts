export class OtpMailer {
  private readonly pending = new Map<string, string>();

  constructor(private readonly mail: { send(to: string, text: string): Promise<void> }) {}

  async start(email: string): Promise<void> {
    const digits = Array.from({ length: 6 }, () => Math.floor(Math.random() * 10)).join('');
    this.pending.set(email, digits);
    await this.mail.send(email, `Your code: ${digits}`);
  }
}
