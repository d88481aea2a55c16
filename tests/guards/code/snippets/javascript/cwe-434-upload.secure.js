const express = require('express');
const multer = require('multer');
const path = require('path');
const crypto = require('crypto');

const storage = multer.diskStorage({
  destination: 'public/uploads/',
  filename: (req, file, cb) => {
    cb(null, crypto.randomUUID() + path.extname(file.originalname).toLowerCase());
  },
});
const upload = multer({
  storage,
  limits: { fileSize: 2 * 1024 * 1024 },
  fileFilter: (req, file, cb) => cb(null, ['.png', '.jpg'].includes(path.extname(file.originalname).toLowerCase())),
});

const app = express();
app.post('/avatar', upload.single('avatar'), (req, res) => {
  res.json({ url: '/uploads/' + req.file.filename });
});
