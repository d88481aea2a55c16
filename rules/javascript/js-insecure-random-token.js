const crypto = require("crypto");
// ruleid: js-insecure-random-token
const token = Math.random().toString(36);
// ruleid: js-insecure-random-token
const sessionId = "s" + Math.floor(Math.random() * 1e9);
// ok: js-insecure-random-token
const secret = crypto.randomBytes(16).toString("hex");
// ok: js-insecure-random-token
const dice = Math.floor(Math.random() * 6);
// const token = Math.random()
function createSession(user) {
  // ruleid: js-insecure-random-token
  const id = Date.now().toString(36) + Math.random().toString(36).slice(2);
  return { id, user };
}
