const http = require('http');

http.createServer((req, res) => {
  const u = new URL(req.url, 'http://localhost');
  const name = u.searchParams.get('file') || 'report.csv';
  res.setHeader('Content-Disposition', 'attachment; filename="' + name + '"');
  res.setHeader('X-Trace', u.searchParams.get('trace'));
  res.end('a,b\n1,2\n');
}).listen(3000);
