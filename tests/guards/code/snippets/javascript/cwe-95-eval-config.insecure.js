const fs = require('fs');

function loadRules(file) {
  const text = fs.readFileSync(file, 'utf8');
  return eval('(' + text + ')');
}

function apply(rules, order) {
  return rules.filter((r) => order.total > r.min).map((r) => r.discount);
}
module.exports = { loadRules, apply };
