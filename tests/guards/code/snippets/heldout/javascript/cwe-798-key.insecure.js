const crypto = require("crypto");

const KEY = "0123456789abcdef0123456789abcdef";

function seal(text) {
  const iv = crypto.randomBytes(12);
  const c = crypto.createCipheriv("aes-256-gcm", KEY, iv);
  return Buffer.concat([iv, c.update(text, "utf8"), c.final(), c.getAuthTag()]);
}
module.exports = { seal };
