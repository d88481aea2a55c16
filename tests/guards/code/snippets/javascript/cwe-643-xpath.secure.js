const xpath = require('xpath');
const { DOMParser } = require('xmldom');
const fs = require('fs');

const doc = new DOMParser().parseFromString(fs.readFileSync('staff.xml', 'utf8'));

exports.find = (req, res) => {
  const { name } = req.query;
  const evaluate = xpath.parse('//employee[name=$name]/phone/text()');
  const nodes = evaluate.select({ node: doc, variables: { name } });
  res.json(nodes.map((n) => n.nodeValue));
};
