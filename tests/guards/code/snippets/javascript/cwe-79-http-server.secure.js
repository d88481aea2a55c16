const http = require('http');
const { URL } = require('url');

const escape = (s) => s.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');

http.createServer((req, res) => {
  const url = new URL(req.url, 'http://localhost');
  const q = url.searchParams.get('q') || '';
  res.writeHead(200, { 'Content-Type': 'text/html' });
  res.end('<p>You searched for ' + escape(q) + '</p>');
}).listen(3000);
