const winston = require('winston');
const logger = winston.createLogger({ transports: [new winston.transports.Console()] });

function login(req, res) {
  logger.info('login attempt');
  res.sendStatus(401);
}

module.exports = login;
