const libxmljs = require('libxmljs');
const express = require('express');
const app = express();
app.use(express.text({ type: 'application/xml' }));

app.post('/import', (req, res) => {
  const doc = libxmljs.parseXml(req.body, { noent: true, dtdload: true });
  const items = doc.find('//item').map((n) => n.text());
  res.json(items);
});
