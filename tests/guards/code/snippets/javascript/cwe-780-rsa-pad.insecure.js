const crypto = require('crypto');
const fs = require('fs');

function seal(text) {
  const key = fs.readFileSync('partner.pem');
  return crypto.publicEncrypt({ key, padding: crypto.constants.RSA_PKCS1_PADDING }, Buffer.from(text));
}
module.exports = seal;
