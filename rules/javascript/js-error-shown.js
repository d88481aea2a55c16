function fail(err, req, res, next) {
  // ruleid: js-error-shown
  res.status(500).json({ error: err.message, stack: err.stack });
}
function other(error, res) {
  // ruleid: js-error-shown
  res.status(500).send(error.toString());
}
function safe(err, req, res, next) {
  // ok: js-error-shown
  console.error(err.stack);
  // ok: js-error-shown
  res.status(500).json({ error: 'Internal error' });
  return "res.send(err.stack)";
}
