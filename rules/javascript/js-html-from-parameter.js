function card(name, bio) {
  // ruleid: js-html-from-parameter
  const head = "<h1>" + name + "</h1>";
  // ruleid: js-html-from-parameter
  return `<div><p>${bio}</p></div>` + head;
}

function safe(name) {
  // ok: js-html-from-parameter
  const head = "<h1>" + escapeHtml(name) + "</h1>";
  // ok: js-html-from-parameter
  const note = "<p>fixed</p>";
  // "<h1>" + name
  return head + note;
}
