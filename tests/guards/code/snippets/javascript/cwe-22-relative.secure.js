const express = require('express');
const path = require('path');
const app = express();
const BASE = path.resolve('public');

app.get('/f/*', (req, res) => {
  const rel = path.relative(BASE, path.join(BASE, req.params[0]));
  if (rel.startsWith('..') || path.isAbsolute(rel)) return res.sendStatus(404);
  res.sendFile(rel, { root: BASE });
});
