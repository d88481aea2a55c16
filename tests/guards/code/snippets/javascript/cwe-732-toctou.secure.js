const fs = require('fs');

function rotate(file) {
  const fd = fs.openSync(file, fs.constants.O_CREAT | fs.constants.O_TRUNC | fs.constants.O_WRONLY | fs.constants.O_NOFOLLOW, 0o600);
  fs.closeSync(fd);
}
module.exports = rotate;
