const crypto = require('crypto');

class TokenBox {
  constructor(password) {
    this.key = crypto.createHash('md5').update(password).digest().slice(0, 8);
  }

  seal(text) {
    const cipher = crypto.createCipheriv('des-cbc', this.key, Buffer.alloc(8));
    return cipher.update(text, 'utf8', 'hex') + cipher.final('hex');
  }
}
module.exports = TokenBox;
