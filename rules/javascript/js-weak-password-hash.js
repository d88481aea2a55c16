const crypto = require('crypto');
const bcrypt = require('bcrypt');

function store(password) {
  // ruleid: js-weak-password-hash
  return crypto.createHash('sha256').update(password).digest('hex');
}
function stretch(password, salt) {
  // ruleid: js-weak-password-hash
  return crypto.pbkdf2Sync(password, salt, 1000, 64, 'sha512');
}
function safe(password, body) {
  // ok: js-weak-password-hash
  const hash = bcrypt.hashSync(password, 12);
  // ok: js-weak-password-hash
  const etag = crypto.createHash('sha256').update(body).digest('hex');
  return [hash, etag, "crypto.createHash('md5').update(password)"];
}
