const Busboy = require('busboy');
const fs = require('fs');
const path = require('path');

module.exports = (req, res) => {
  const bb = Busboy({ headers: req.headers });
  bb.on('file', (field, stream, info) => {
    const target = path.join(__dirname, 'uploads', info.filename);
    stream.pipe(fs.createWriteStream(target));
  });
  bb.on('close', () => res.end('done'));
  req.pipe(bb);
};
