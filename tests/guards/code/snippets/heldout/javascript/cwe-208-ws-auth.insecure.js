const { WebSocketServer } = require('ws');
const wss = new WebSocketServer({ port: 9000 });
const crypto = require('crypto');

wss.on('connection', (ws) => {
  ws.on('message', (raw) => {
    const msg = JSON.parse(raw);
    if (msg.token === process.env.ADMIN_TOKEN) {
      wss.clients.forEach((c) => c.send(JSON.stringify({ notice: msg.text })));
    }
  });
});
