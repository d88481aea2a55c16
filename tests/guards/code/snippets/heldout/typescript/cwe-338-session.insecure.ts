import { randomUUID } from 'crypto';

export class Sessions {
  private readonly open = new Map<string, string>();

  start(user: string): string {
    const sessionId: string = Date.now().toString(36) + Math.random().toString(36).substring(2);
    this.open.set(sessionId, user);
    return sessionId;
  }
}
