app.get("/go", (req, res) => {
  // ruleid: js-open-redirect
  res.redirect(req.query.next);
  const to = req.body.to;
  // ruleid: js-open-redirect
  res.redirect(to);
  // ok: js-open-redirect
  res.redirect("/home");
  // ok: js-open-redirect
  res.redirect("/search?q=" + encodeURIComponent(to));
  // res.redirect(to)
});
