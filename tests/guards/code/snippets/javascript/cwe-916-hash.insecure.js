const crypto = require('crypto');
const bcrypt = require('bcrypt');

async function register(users, name, password) {
  const hash = crypto.createHash('sha256').update(password).digest('hex');
  await users.insertOne({ name, hash });
}

module.exports = register;
