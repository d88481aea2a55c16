const sessions = new Map();

function createSession(user) {
  const id = Date.now().toString(36) + Math.random().toString(36).slice(2);
  sessions.set(id, { user, created: Date.now() });
  return id;
}

function getSession(id) {
  return sessions.get(id);
}
module.exports = { createSession, getSession };
