import { Component, Input } from '@angular/core';
import { DomSanitizer, SafeHtml } from '@angular/platform-browser';

@Component({ selector: 'app-bio', template: '<div [innerHTML]="trusted"></div>' })
export class BioComponent {
  trusted: SafeHtml = '';
  constructor(private sanitizer: DomSanitizer) {}
  @Input() set bio(value: string) {
    this.trusted = this.sanitizer.bypassSecurityTrustHtml(value);
  }
}
