const jwt = require('jsonwebtoken');

function issue(user) {
  return jwt.sign({ id: user.id }, 'my-very-secret-key', { expiresIn: '1h' });
}
