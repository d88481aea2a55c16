const Hapi = require('@hapi/hapi');
const fs = require('fs/promises');
const path = require('path');

const init = async () => {
  const server = Hapi.server({ port: 3000 });
  server.route({
    method: 'GET',
    path: '/templates/{name*}',
    handler: async (request, h) => {
      const file = `${__dirname}/templates/${request.params.name}`;
      const text = await fs.readFile(file, 'utf8');
      return h.response(text).type('text/plain');
    },
  });
  await server.start();
};
init();
