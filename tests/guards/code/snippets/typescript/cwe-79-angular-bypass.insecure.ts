import { Component } from '@angular/core';
import { DomSanitizer, SafeHtml } from '@angular/platform-browser';

@Component({ selector: 'app-bio', template: '<div [innerHTML]="bio"></div>' })
export class BioComponent {
  bio: SafeHtml = '';
  constructor(private sanitizer: DomSanitizer) {}

  show(text: string): void {
    this.bio = this.sanitizer.bypassSecurityTrustHtml(text);
  }
}
