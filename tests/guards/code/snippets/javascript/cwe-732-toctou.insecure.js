const fs = require('fs');

function rotate(file) {
  if (fs.existsSync(file)) {
    const stat = fs.statSync(file);
    if (stat.isFile()) {
      fs.unlinkSync(file);
    }
  }
  fs.writeFileSync(file, '', { mode: 0o666 });
}
module.exports = rotate;
