const fs = require('fs');
const path = require('path');

function serveStatic(root, urlPath) {
  const decoded = decodeURIComponent(urlPath);
  const file = path.join(root, decoded);
  const relative = path.relative(root, file);
  if (relative.startsWith('..') || path.isAbsolute(relative)) {
    return null;
  }
  return fs.existsSync(file) ? fs.readFileSync(file) : null;
}

module.exports = serveStatic;
