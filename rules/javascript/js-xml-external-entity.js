const libxmljs = require('libxmljs');

function read(text) {
  // ruleid: js-xml-external-entity
  return libxmljs.parseXml(text, { noent: true });
}
function readAll(text) {
  // ruleid: js-xml-external-entity
  return libxmljs.parseXmlString(text, { noent: true, dtdload: true });
}
function safe(text) {
  // ok: js-xml-external-entity
  const one = libxmljs.parseXml(text);
  // ok: js-xml-external-entity
  const two = libxmljs.parseXml(text, { noent: false });
  return [one, two, "libxmljs.parseXml(text, { noent: true })"];
}
