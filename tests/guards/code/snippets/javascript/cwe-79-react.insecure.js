import React from 'react';

export function Article({ html }) {
  return <div dangerouslySetInnerHTML={{ __html: html }} />;
}
