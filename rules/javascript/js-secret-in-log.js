function login(username, password) {
  // ruleid: js-secret-in-log
  console.log('login', username, password);
  // ruleid: js-secret-in-log
  logger.info(`login ${username} ${password}`);
  // ok: js-secret-in-log
  console.log('login', username);
  // ok: js-secret-in-log
  logger.warn('wrong password for ' + username);
  return "console.log(password)";
}
