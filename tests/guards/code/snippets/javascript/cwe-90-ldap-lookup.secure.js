const ldap = require('ldapjs');
const client = ldap.createClient({ url: 'ldaps://ldap.example.com' });

exports.lookup = (req, res) => {
  const uid = req.query.uid;
  const opts = {
    scope: 'sub',
    filter: new ldap.EqualityFilter({ attribute: 'uid', value: uid }),
    attributes: ['cn', 'mail'],
  };
  client.search('ou=people,dc=example,dc=com', opts, (err, result) => {
    if (err) return res.sendStatus(500);
    const out = [];
    result.on('searchEntry', (e) => out.push(e.object));
    result.on('end', () => res.json(out));
  });
};
