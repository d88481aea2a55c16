const crypto = require('crypto');

function resetToken() {
  let token = '';
  while (token.length < 32) {
    token += Math.random().toString(36).slice(2);
  }
  return token.slice(0, 32);
}

module.exports = resetToken;
