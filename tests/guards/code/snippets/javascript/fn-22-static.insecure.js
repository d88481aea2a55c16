const fs = require('fs');
const path = require('path');

function serveStatic(root, urlPath) {
  const decoded = decodeURIComponent(urlPath);
  const file = path.join(root, decoded);
  return fs.existsSync(file) ? fs.readFileSync(file) : null;
}

module.exports = serveStatic;
