const http = require('http');
const url = require('url');
const fs = require('fs');
const path = require('path');

const ROOT = '/var/www/files';

http.createServer((request, response) => {
  const { pathname } = url.parse(request.url);
  const file = path.normalize(ROOT + decodeURIComponent(pathname));
  if (!file.startsWith(ROOT + '/')) {
    response.writeHead(403);
    return response.end();
  }
  fs.createReadStream(file)
    .on('error', () => { response.writeHead(404); response.end(); })
    .pipe(response);
}).listen(8080);
