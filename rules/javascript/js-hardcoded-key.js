const crypto = require('crypto');
const jwt = require('jsonwebtoken');
const KEY = 'a-secret-of-mine';

function issue(user) {
  // ruleid: js-hardcoded-key
  return jwt.sign({ id: user.id }, KEY, { expiresIn: '1h' });
}
function seal(text) {
  // ruleid: js-hardcoded-key
  return crypto.createHmac('sha256', 'k3y').update(text).digest('hex');
}
function safe(user, key) {
  // ok: js-hardcoded-key
  const token = jwt.sign({ id: user.id }, process.env.JWT_SECRET);
  // ok: js-hardcoded-key
  return [token, crypto.createHmac('sha256', key), "jwt.sign(user, 'secret')"];
}
