const { randomInt } = require('crypto');

function inviteCode(length = 8) {
  const alphabet = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';
  let code = '';
  for (let i = 0; i < length; i++) {
    code += alphabet.charAt(randomInt(alphabet.length));
  }
  return code;
}

module.exports = inviteCode;
