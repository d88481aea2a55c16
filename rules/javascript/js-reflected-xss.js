app.get("/hello", (req, res) => {
  // ruleid: js-reflected-xss
  res.send("<h1>Hello " + req.query.name + "</h1>");
  const name = req.params.name;
  // ruleid: js-reflected-xss
  res.send(`<p>${name}</p>`);
  // ok: js-reflected-xss
  res.send("<p>" + escapeHtml(name) + "</p>");
  // ok: js-reflected-xss
  res.json({ name });
  // ok: js-reflected-xss
  res.send("done");
  // res.send(name)
});
fastify.get('/search', async (request, reply) => {
  reply.type('text/html');
  // ruleid: js-reflected-xss
  return `<p>Nothing for ${request.query.q}</p>`;
});
fastify.get('/plain', async (request, reply) => {
  reply.type('text/plain');
  // ok: js-reflected-xss
  return `Nothing for ${request.query.q}`;
});
http.createServer((req, res) => {
  res.writeHead(200, { 'Content-Type': 'text/plain' });
  // ok: js-reflected-xss
  res.end('Hello ' + req.query.name);
});
