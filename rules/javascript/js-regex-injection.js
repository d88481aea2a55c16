app.get("/find", (req, res) => {
  // ruleid: js-regex-injection
  const a = new RegExp(req.query.q);
  const p = req.params.p;
  // ruleid: js-regex-injection
  const b = new RegExp("^" + p, "i");
  // ok: js-regex-injection
  const c = new RegExp(_.escapeRegExp(p));
  // ok: js-regex-injection
  const d = new RegExp("^a+$");
  // new RegExp(p)
});
