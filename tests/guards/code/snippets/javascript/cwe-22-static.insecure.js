const http = require("http");
const fs = require("fs");
const path = require("path");

http.createServer((req, res) => {
  const { pathname } = new URL(req.url, "http://localhost");
  const file = path.join(__dirname, "public", decodeURIComponent(pathname));
  fs.createReadStream(file).on("error", () => { res.writeHead(404); res.end(); }).pipe(res);
}).listen(3000);
