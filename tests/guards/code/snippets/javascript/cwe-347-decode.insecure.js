const jwt = require('jsonwebtoken');

function authenticate(req, res, next) {
  const header = req.headers.authorization || '';
  const token = header.replace('Bearer ', '');
  try {
    req.user = jwt.decode(token);
    if (!req.user) throw new Error('no user');
    next();
  } catch (error) {
    res.sendStatus(401);
  }
}

module.exports = authenticate;
