const crypto = require('crypto');
const multer = require('multer');

const storage = multer.diskStorage({
  destination: 'uploads/',
  filename: (req, file, cb) => cb(null, crypto.randomUUID() + '.png'),
});
const fileFilter = (req, file, cb) => cb(null, file.mimetype === 'image/png');
module.exports = multer({ storage, fileFilter, limits: { fileSize: 1024 * 1024 } });
