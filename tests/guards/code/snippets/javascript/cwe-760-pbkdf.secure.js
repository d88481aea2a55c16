const { pbkdf2Sync, randomBytes } = require('crypto');

exports.hash = (password) => {
  const salt = randomBytes(16);
  return salt.toString('hex') + '$' + pbkdf2Sync(password, salt, 600000, 32, 'sha256').toString('hex');
};
