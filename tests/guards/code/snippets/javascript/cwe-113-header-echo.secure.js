const http = require('http');

http.createServer((req, res) => {
  const u = new URL(req.url, 'http://localhost');
  const name = u.searchParams.get('file') || 'report.csv';
  const safe = name.replace(/[^\w.-]/g, '_');
  res.setHeader('Content-Disposition', 'attachment; filename="' + safe + '"');
  res.end('a,b\n1,2\n');
}).listen(3000);
