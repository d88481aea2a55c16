const jwt = require('jsonwebtoken');

const SECRET = process.env.JWT_SECRET;

exports.issue = (user) => jwt.sign({ sub: user.id, role: user.role }, SECRET, { expiresIn: '1h' });
