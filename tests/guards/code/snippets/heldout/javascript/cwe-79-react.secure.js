import React from 'react';
import DOMPurify from 'dompurify';

export function Comment({ comment }) {
  const html = DOMPurify.sanitize(comment.body.replace(/\n/g, '<br>'));
  return <div className="comment" dangerouslySetInnerHTML={{ __html: html }} />;
}
