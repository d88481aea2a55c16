function find(req, client) {
  // ruleid: js-ldap-injection
  client.search('dc=example', { filter: '(uid=' + req.query.user + ')', scope: 'sub' }, done);
}
function login(req, client) {
  const user = req.body.user;
  // ruleid: js-ldap-injection
  client.search('dc=example', { scope: 'sub', filter: `(&(uid=${user})(active=1))` }, done);
}
function safe(req, client) {
  // ok: js-ldap-injection
  client.search('dc=example', { filter: new EqualityFilter({ attribute: 'uid', value: 'a' }) }, done);
  // ok: js-ldap-injection
  client.search('dc=example', { filter: '(uid=' + escapeFilter(req.query.user) + ')' }, done);
  return "client.search('dc', { filter: req.query.f })";
}
function byOptions(client, req) {
  const options = { scope: 'sub', filter: '(uid=' + req.query.uid + ')' };
  // ruleid: js-ldap-injection
  client.search('dc=example,dc=com', options, done);
  const built = { filter: new ldap.EqualityFilter({ attribute: 'uid', value: req.query.uid }) };
  // ok: js-ldap-injection
  client.search('dc=example,dc=com', built, done);
}
