interface LoginResult { accessToken: string; refreshToken: string }

export class AuthStore {
  save(result: LoginResult, password: string): void {
    localStorage.setItem('password', password);
    localStorage.setItem('refreshToken', result.refreshToken);
  }
}
