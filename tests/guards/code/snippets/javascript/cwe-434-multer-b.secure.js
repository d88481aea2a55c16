const multer = require('multer');
const path = require('path');
const crypto = require('crypto');

const storage = multer.diskStorage({
  destination: 'public/uploads',
  filename(req, file, done) {
    done(null, crypto.randomUUID() + path.extname(file.originalname).toLowerCase());
  },
});

module.exports = multer({ storage });
