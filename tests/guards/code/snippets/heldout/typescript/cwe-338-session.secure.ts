import { randomUUID } from 'crypto';

export class Sessions {
  private readonly open = new Map<string, string>();

  start(user: string): string {
    const sessionId: string = randomUUID();
    this.open.set(sessionId, user);
    return sessionId;
  }
}
