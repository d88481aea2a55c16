import { Component } from "@angular/core";
import { DomSanitizer, SafeHtml } from "@angular/platform-browser";

@Component({ selector: "app-bio", template: '<div [innerHTML]="bio"></div>' })
export class BioComponent {
  bio: string = "";
  constructor(private sanitizer: DomSanitizer) {}
  set html(value: string) {
    this.bio = value;
  }
}
