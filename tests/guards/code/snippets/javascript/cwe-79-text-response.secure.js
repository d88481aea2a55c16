const http = require('http');

http.createServer((req, res) => {
  const name = new URL(req.url, 'http://x').searchParams.get('name');
  res.writeHead(200, { 'Content-Type': 'text/plain' });
  res.end('Hello ' + name);
}).listen(3000);
