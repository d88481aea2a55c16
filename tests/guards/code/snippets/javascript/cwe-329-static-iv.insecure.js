const crypto = require('crypto');
const IV = Buffer.from('1234567890123456');

exports.seal = (text, key) => {
  const cipher = crypto.createCipheriv('aes-256-cbc', key, IV);
  return cipher.update(text, 'utf8', 'base64') + cipher.final('base64');
};
