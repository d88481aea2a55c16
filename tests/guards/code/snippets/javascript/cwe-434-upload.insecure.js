const express = require('express');
const multer = require('multer');
const path = require('path');

const storage = multer.diskStorage({
  destination: 'public/uploads/',
  filename: (req, file, cb) => {
    cb(null, file.originalname);
  },
});
const upload = multer({ storage });

const app = express();
app.post('/avatar', upload.single('avatar'), (req, res) => {
  res.json({ url: '/uploads/' + req.file.filename });
});
