const winston = require('winston');
const logger = winston.createLogger({ transports: [new winston.transports.Console()] });

exports.login = async (req, res) => {
  const { email, password } = req.body;
  logger.info('login attempt');
  const user = await req.users.authenticate(email, password);
  if (!user) return res.status(401).end();
  res.json({ id: user.id });
};
