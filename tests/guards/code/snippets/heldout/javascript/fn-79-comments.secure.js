function renderComments(comments) {
  const escape = (text) => text.replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`);
  let html = '<ul>';
  for (const comment of comments) {
    html += `<li><b>${escape(comment.author)}</b>: ${escape(comment.text)}</li>`;
  }
  return html + '</ul>';
}

module.exports = renderComments;
