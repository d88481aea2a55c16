app.post('/login', async (req, res) => {
  const session = await createSession(req.body.user, req.body.password);
  res.cookie('sessionId', session.id, { httpOnly: true, secure: true, sameSite: 'strict' });
  res.json({ ok: true });
});
