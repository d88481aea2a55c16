const crypto = require('crypto');
const bcrypt = require('bcrypt');

async function register(users, name, password) {
  const hash = await bcrypt.hash(password, 12);
  await users.insertOne({ name, hash });
}

module.exports = register;
