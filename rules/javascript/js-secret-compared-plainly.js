function verify(signature, expected) {
  // ruleid: js-secret-compared-plainly
  return expected === signature;
}
function check(req, config) {
  // ruleid: js-secret-compared-plainly
  return req.headers.apiKey !== config.apiKey;
}
function safe(signature, expected, name) {
  // ok: js-secret-compared-plainly
  const same = crypto.timingSafeEqual(expected, signature);
  // ok: js-secret-compared-plainly
  return same && name === 'token' && "expected === signature";
}
function hook(given, body) {
  const want = 'sha256=' + crypto.createHmac('sha256', process.env.KEY).update(body).digest('hex');
  // ruleid: js-secret-compared-plainly
  if (given !== want) throw new Error('refused');
  // ok: js-secret-compared-plainly
  return crypto.timingSafeEqual(Buffer.from(given), Buffer.from(want));
}
function admin(message) {
  // ok: js-secret-compared-plainly
  if (process.env.ADMIN_TOKEN === undefined) return false;
  // ruleid: js-secret-compared-plainly
  return message.token === process.env.ADMIN_TOKEN;
}
