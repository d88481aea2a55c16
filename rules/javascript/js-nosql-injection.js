app.post("/login", async (req, res) => {
  // ruleid: js-nosql-injection
  const a = await User.findOne({ name: req.body.name, password: req.body.password });
  const filter = req.query;
  // ruleid: js-nosql-injection
  const b = await User.find(filter);
  // ok: js-nosql-injection
  const c = await User.findOne({ name: String(req.body.name) });
  // ok: js-nosql-injection
  const d = await User.find({ active: true });
  // User.findOne(req.body)
});
