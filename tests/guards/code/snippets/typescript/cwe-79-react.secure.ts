import React from "react";
import DOMPurify from "dompurify";

interface Props { html: string }

export function Comment({ html }: Props) {
  return React.createElement("div", { dangerouslySetInnerHTML: { __html: DOMPurify.sanitize(html) } });
}
