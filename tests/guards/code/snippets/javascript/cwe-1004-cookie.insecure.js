app.post('/login', async (req, res) => {
  const session = await createSession(req.body.user, req.body.password);
  res.cookie('sessionId', session.id);
  res.json({ ok: true });
});
