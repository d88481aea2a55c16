const { pbkdf2Sync, randomBytes } = require('crypto');

exports.hash = (password) => {
  const salt = 'static-salt';
  return pbkdf2Sync(password, salt, 1000, 32, 'sha1').toString('hex');
};
