import { Component, Input } from '@angular/core';
import { DomSanitizer, SafeHtml } from '@angular/platform-browser';

@Component({ selector: 'app-bio', template: '<div>{{ bio }}</div>' })
export class BioComponent {
  @Input() bio = '';
}
