const http = require('http');
const url = require('url');

http.createServer((req, res) => {
  const { query } = url.parse(req.url, true);
  res.setHeader('X-Language', query.lang);
  res.end('ok');
}).listen(8080);
