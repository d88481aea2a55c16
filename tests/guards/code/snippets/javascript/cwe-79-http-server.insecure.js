const http = require('http');
const { URL } = require('url');

http.createServer((req, res) => {
  const url = new URL(req.url, 'http://localhost');
  const q = url.searchParams.get('q');
  res.writeHead(200, { 'Content-Type': 'text/html' });
  res.end('<p>You searched for ' + q + '</p>');
}).listen(3000);
