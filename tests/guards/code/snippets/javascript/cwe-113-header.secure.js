const http = require('http');
const url = require('url');
const LANGS = ['en', 'de'];

http.createServer((req, res) => {
  const { query } = url.parse(req.url, true);
  res.setHeader('X-Language', LANGS.includes(query.lang) ? query.lang : 'en');
  res.end('ok');
}).listen(8080);
