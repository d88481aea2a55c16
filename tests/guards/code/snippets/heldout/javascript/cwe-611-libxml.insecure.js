const libxml = require('libxmljs');

function parse(body) {
  const document = libxml.parseXml(body, { noent: true });
  return document.get('//name').text();
}

module.exports = parse;
