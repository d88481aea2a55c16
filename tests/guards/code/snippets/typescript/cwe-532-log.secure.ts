import { Injectable, Logger } from "@nestjs/common";

@Injectable()
export class AuthService {
  private readonly logger = new Logger(AuthService.name);

  async login(username: string, password: string): Promise<boolean> {
    this.logger.log(`login ${username}`);
    return this.check(username, password);
  }
}
