const express = require('express');
const router = express.Router();

router.get('/out', (req, res) => {
  const target = req.query.url;
  res.redirect(target);
});
module.exports = router;
