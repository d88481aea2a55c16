const http = require('http');
const url = require('url');
const fs = require('fs');
const path = require('path');

const ROOT = '/var/www/files';

http.createServer((request, response) => {
  const { pathname } = url.parse(request.url);
  const file = ROOT + decodeURIComponent(pathname);
  fs.createReadStream(file)
    .on('error', () => { response.writeHead(404); response.end(); })
    .pipe(response);
}).listen(8080);
