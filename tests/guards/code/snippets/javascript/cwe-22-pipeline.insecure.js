const { pipeline } = require('stream/promises');
const fs = require('fs');
const path = require('path');

module.exports = async (req, res) => {
  const dest = path.join('/uploads', req.headers['x-file-name']);
  await pipeline(req, fs.createWriteStream(dest));
  res.end('ok');
};
