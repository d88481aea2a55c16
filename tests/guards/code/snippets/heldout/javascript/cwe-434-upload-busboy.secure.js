const Busboy = require('busboy');
const fs = require('fs');
const path = require('path');
const { randomUUID } = require('crypto');

module.exports = (req, res) => {
  const bb = Busboy({ headers: req.headers });
  bb.on('file', (field, stream, info) => {
    const target = path.join(__dirname, 'uploads', randomUUID() + '.bin');
    stream.pipe(fs.createWriteStream(target));
  });
  bb.on('close', () => res.end('done'));
  req.pipe(bb);
};
