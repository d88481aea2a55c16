function login(req, res) {
  // ruleid: js-log-injection
  logger.info('login of ' + req.body.user);
  const agent = req.headers['user-agent'];
  // ruleid: js-log-injection
  fs.appendFileSync('access.log', `${agent}\n`);
  // ruleid: js-log-injection
  console.log(`failed login of ${req.body.user}`);
}
function safe(req, res) {
  // ok: js-log-injection
  logger.info('login of ' + req.body.user.replace(/[\r\n]/g, ''));
  // ok: js-log-injection
  logger.info({ user: req.body.user }, 'login');
  // ok: js-log-injection
  console.log('a decoy: logger.info("x" + req.body.user)', req.method);
  // a decoy: logger.info('login of ' + req.body.user)
}
