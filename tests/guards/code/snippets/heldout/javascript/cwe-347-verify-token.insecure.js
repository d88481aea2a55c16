const jwt = require('jsonwebtoken');

module.exports = function auth(req, res, next) {
  const token = (req.headers.authorization || '').replace('Bearer ', '');
  try {
    const payload = jwt.decode(token);
    if (!payload) throw new Error('bad token');
    req.user = { id: payload.sub, role: payload.role };
    next();
  } catch (e) {
    res.status(401).json({ error: 'unauthorized' });
  }
};
