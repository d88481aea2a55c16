const http = require('http');
const crypto = require('crypto');

http.createServer((req, res) => {
  const sid = crypto.randomBytes(32).toString('hex');
  res.setHeader('Set-Cookie', `sid=${sid}; Path=/; HttpOnly; Secure; SameSite=Lax`);
  res.end('hello');
}).listen(8080);
