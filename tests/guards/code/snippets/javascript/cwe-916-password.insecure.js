const crypto = require('crypto');

async function register(db, email, password) {
  const hash = crypto.createHash('sha256').update(password).digest('hex');
  await db.collection('users').insertOne({ email, hash });
}
