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
