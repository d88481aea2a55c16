const express = require('express');
const app = express();

app.get('/logout', (req, res) => {
  req.session.destroy(() => {
    const back = req.query.returnTo || '/';
    res.redirect(back);
  });
});
