// ruleid: js-admin-route-open
router.delete('/admin/users/:id', async (req, res) => {
  await users.remove(req.params.id);
  res.sendStatus(204);
});
// ruleid: js-admin-route-open
app.post('/api/admin/restart', function (req, res) {
  restart();
  res.end();
});
// ok: js-admin-route-open
app.post('/admin/cache', requireAdmin, (req, res) => drop(res));
// ok: js-admin-route-open
app.post('/admin/backup', (req, res) => {
  if (!req.user || !req.user.isAdmin) return res.sendStatus(403);
  backup(res);
});
// ok: js-admin-route-open
app.get('/articles/:id', (req, res) => res.json("app.post('/admin/x', (req, res) => {})"));
// a decoy: app.post('/admin/users', (req, res) => {})
