const http = require("http");

http.createServer((req, res) => {
  const lang = new URL(req.url, "http://x").searchParams.get("lang") || "en";
  res.setHeader("Set-Cookie", "lang=" + encodeURIComponent(lang));
  res.end("ok");
}).listen(8080);
