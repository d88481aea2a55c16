class Bio {
  show(text: string): void {
    // ruleid: ts-angular-trust-bypassed
    this.bio = this.sanitizer.bypassSecurityTrustHtml(text);
    // ruleid: ts-angular-trust-bypassed
    this.link = this.sanitizer.bypassSecurityTrustResourceUrl(text);
    // ok: ts-angular-trust-bypassed
    this.safe = this.sanitizer.sanitize(SecurityContext.HTML, text);
    // ok: ts-angular-trust-bypassed
    this.icon = this.sanitizer.bypassSecurityTrustHtml('<i></i>');
    this.note = "bypassSecurityTrustHtml(text)";
  }
}
