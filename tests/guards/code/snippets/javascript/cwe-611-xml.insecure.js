const libxmljs = require('libxmljs');

exports.upload = (req, res) => {
  const doc = libxmljs.parseXml(req.body, { noent: true, dtdload: true });
  res.json({ root: doc.root().name() });
};
