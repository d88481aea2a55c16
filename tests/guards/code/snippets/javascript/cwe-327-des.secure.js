const crypto = require('crypto');

class TokenBox {
  constructor(password) {
    this.salt = crypto.randomBytes(16);
    this.key = crypto.scryptSync(password, this.salt, 32);
  }

  seal(text) {
    const iv = crypto.randomBytes(12);
    const cipher = crypto.createCipheriv('aes-256-gcm', this.key, iv);
    const out = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
    return Buffer.concat([this.salt, iv, cipher.getAuthTag(), out]).toString('hex');
  }
}
module.exports = TokenBox;
