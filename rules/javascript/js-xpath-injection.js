const xpath = require('xpath');

function find(req, doc) {
  // ruleid: js-xpath-injection
  return xpath.select("//user[name='" + req.query.name + "']", doc);
}
function first(req, doc) {
  const name = req.body.name;
  // ruleid: js-xpath-injection
  return xpath.select1(`//user[name='${name}']`, doc);
}
function safe(req, doc) {
  // ok: js-xpath-injection
  const all = xpath.select('//user', doc);
  // ok: js-xpath-injection
  return all.concat("xpath.select(req.query.x, doc)");
}
