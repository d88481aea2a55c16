const ORIGINS = ['https://app.example'];

function open(req, res) {
  // ruleid: js-cors-reflected-origin
  res.header('Access-Control-Allow-Origin', req.headers.origin);
  const origin = req.get('origin');
  // ruleid: js-cors-reflected-origin
  res.setHeader('Access-Control-Allow-Origin', origin);
}
function safe(req, res) {
  // ok: js-cors-reflected-origin
  res.header('Access-Control-Allow-Origin', ORIGINS[0]);
  // ok: js-cors-reflected-origin
  res.setHeader('Access-Control-Allow-Origin', 'https://app.example');
  return "res.header('Access-Control-Allow-Origin', req.headers.origin)";
}
