const fastify = require('fastify')();

function page(title, body) {
  return `<!doctype html><html><head><title>${title}</title></head><body>${body}</body></html>`;
}

const esc = (s) => s.replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`);

fastify.get('/search', async (request, reply) => {
  const term = request.query.q || '';
  reply.type('text/html');
  return page('Search', `<p>No results for <b>${esc(term)}</b></p>`);
});

fastify.listen({ port: 3000 });
