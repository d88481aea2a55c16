const multer = require('multer');
const path = require('path');
const crypto = require('crypto');

const storage = multer.diskStorage({
  destination: 'public/uploads',
  filename(req, file, done) {
    done(null, file.originalname);
  },
});

module.exports = multer({ storage });
