const logger = require('./logger');

function login(username, password) {
  logger.info({ event: 'login_attempt', username });
  return authenticate(username, password);
}
