const crypto = require('crypto');

const sessions = new Map();

function createSession(user) {
  const id = crypto.randomBytes(24).toString('base64url');
  sessions.set(id, { user, created: Date.now() });
  return id;
}

function getSession(id) {
  return sessions.get(id);
}
module.exports = { createSession, getSession };
