const crypto = require('crypto');

function resetToken() {
  return crypto.randomBytes(16).toString('hex');
}

module.exports = resetToken;
