export class Banner {
  constructor(private readonly host: HTMLElement) {}

  show(): void {
    const message = new URLSearchParams(window.location.search).get("message") ?? "";
    this.host.textContent = message;
  }
}
