const bcrypt = require('bcrypt');

async function register(db, email, password) {
  const hash = await bcrypt.hash(password, 12);
  await db.collection('users').insertOne({ email, hash });
}
