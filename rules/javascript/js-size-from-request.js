function pad(req, res) {
  const size = parseInt(req.query.size, 10);
  // ruleid: js-size-from-request
  const filled = Buffer.alloc(size, '.');
  // ruleid: js-size-from-request
  res.send('-'.repeat(Number(req.body.count)) + filled);
}
function bounded(req, res) {
  const size = parseInt(req.query.size, 10);
  if (!(size > 0 && size <= 1024)) return res.status(400).end();
  // ok: js-size-from-request
  const filled = Buffer.alloc(size, '.');
  // ok: js-size-from-request
  const short = new Array(Math.min(Number(req.query.rows), 100));
  // ok: js-size-from-request
  const fixed = Buffer.alloc(1024, req.query.mark);
  // a decoy: Buffer.alloc(req.query.size)
  res.send([filled, short, fixed]);
}
