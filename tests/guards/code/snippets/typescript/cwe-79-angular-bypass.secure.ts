import { Component, SecurityContext } from '@angular/core';
import { DomSanitizer } from '@angular/platform-browser';

@Component({ selector: 'app-bio', template: '<div [innerHTML]="bio"></div>' })
export class BioComponent {
  bio: string | null = '';
  constructor(private sanitizer: DomSanitizer) {}

  show(text: string): void {
    this.bio = this.sanitizer.sanitize(SecurityContext.HTML, text);
  }
}
