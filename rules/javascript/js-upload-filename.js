const multer = require('multer');
const fs = require('fs');

const storage = multer.diskStorage({
  filename: (req, file, cb) => {
    // ruleid: js-upload-filename
    cb(null, file.originalname);
  },
});
function save(req) {
  // ruleid: js-upload-filename
  fs.writeFileSync('uploads/' + req.file.originalname, req.file.buffer);
}
function safe(file, cb) {
  // ok: js-upload-filename
  cb(null, crypto.randomUUID() + path.extname(file.originalname));
  // ok: js-upload-filename
  cb(null, 'avatar.png');
  return "cb(null, file.originalname)";
}
