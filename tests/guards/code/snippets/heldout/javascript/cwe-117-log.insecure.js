const winston = require('winston');
const logger = winston.createLogger({ transports: [new winston.transports.Console()] });

function login(req, res) {
  logger.info('login attempt for ' + req.body.user + ' with ' + req.body.password);
  res.sendStatus(401);
}

module.exports = login;
