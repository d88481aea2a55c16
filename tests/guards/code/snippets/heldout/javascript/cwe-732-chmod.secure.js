const fs = require('fs');

exports.saveKey = (file, pem) => {
  fs.writeFileSync(file, pem);
  fs.chmodSync(file, 0o600);
};
