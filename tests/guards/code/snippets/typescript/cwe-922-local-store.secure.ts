interface LoginResult { accessToken: string; refreshToken: string }

export class AuthStore {
  private token: string | null = null;

  save(result: LoginResult): void {
    this.token = result.accessToken;
  }
}
