const logger = require('./logger');

function login(username, password) {
  logger.info(`Login attempt: ${username} / ${password}`);
  return authenticate(username, password);
}
