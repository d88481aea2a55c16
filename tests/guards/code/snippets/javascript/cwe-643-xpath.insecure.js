const xpath = require('xpath');
const { DOMParser } = require('xmldom');
const fs = require('fs');

const doc = new DOMParser().parseFromString(fs.readFileSync('staff.xml', 'utf8'));

exports.find = (req, res) => {
  const { name } = req.query;
  const nodes = xpath.select(`//employee[name='${name}']/phone/text()`, doc);
  res.json(nodes.map((n) => n.nodeValue));
};
