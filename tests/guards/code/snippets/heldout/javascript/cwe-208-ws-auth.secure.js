const { WebSocketServer } = require('ws');
const wss = new WebSocketServer({ port: 9000 });
const crypto = require('crypto');

wss.on('connection', (ws) => {
  ws.on('message', (raw) => {
    const msg = JSON.parse(raw);
    const given = crypto.createHash('sha256').update(String(msg.token)).digest();
    const want = crypto.createHash('sha256').update(process.env.ADMIN_TOKEN).digest();
    if (crypto.timingSafeEqual(given, want)) {
      wss.clients.forEach((c) => c.send(JSON.stringify({ notice: msg.text })));
    }
  });
});
