const jwt = require('jsonwebtoken');

const SECRET = 'my-super-secret-key';

exports.issue = (user) => jwt.sign({ sub: user.id, role: user.role }, SECRET, { expiresIn: '1h' });
