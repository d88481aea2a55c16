function show(comment) {
  const box = document.getElementById("box");
  // ruleid: js-dom-xss
  box.innerHTML = "<p>" + comment + "</p>";
  // ruleid: js-dom-xss
  document.write(comment);
  // ok: js-dom-xss
  box.textContent = comment;
  // ok: js-dom-xss
  box.innerHTML = DOMPurify.sanitize(comment);
  // ok: js-dom-xss
  box.innerHTML = "<p>ready</p>";
  // box.innerHTML = comment
}
