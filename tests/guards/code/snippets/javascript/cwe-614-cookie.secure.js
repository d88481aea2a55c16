const express = require('express');
const app = express();

app.post('/login', (req, res) => {
  const session = createSession(req.body.user);
  res.cookie('session', session.id, { maxAge: 3600000, httpOnly: true, secure: true, sameSite: 'lax' });
  res.redirect('/home');
});
