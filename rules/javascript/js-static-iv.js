const crypto = require('crypto');
const IV = Buffer.from('1234567890123456');

function bad(key) {
  // ruleid: js-static-iv
  return crypto.createCipheriv('aes-256-cbc', key, IV);
}
function zeros(key) {
  // ruleid: js-static-iv
  return crypto.createCipheriv('aes-256-cbc', key, Buffer.alloc(16));
}
function good(key) {
  const iv = crypto.randomBytes(16);
  // ok: js-static-iv
  const cipher = crypto.createCipheriv('aes-256-cbc', key, iv);
  // ok: js-static-iv
  const other = crypto.createCipheriv('aes-256-gcm', key, crypto.randomBytes(12));
  return [cipher, other, "crypto.createCipheriv('aes-256-cbc', key, Buffer.alloc(16))"];
}
