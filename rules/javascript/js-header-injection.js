function language(req, res) {
  // ruleid: js-header-injection
  res.setHeader('X-Language', req.query.lang);
  // ruleid: js-header-injection
  res.set('X-Trace', 'id=' + req.headers.trace);
  // ok: js-header-injection
  res.setHeader('X-Safe', encodeURIComponent(req.query.lang));
  // ok: js-header-injection
  res.setHeader('X-Version', '1');
  return "res.setHeader('X-A', req.query.a)";
}
