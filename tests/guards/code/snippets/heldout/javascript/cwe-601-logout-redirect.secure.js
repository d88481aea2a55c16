const express = require('express');
const app = express();

const RETURN_PATHS = new Set(['/', '/goodbye', '/login']);

app.get('/logout', (req, res) => {
  req.session.destroy(() => {
    const back = req.query.returnTo || '/';
    res.redirect(RETURN_PATHS.has(back) ? back : '/');
  });
});
