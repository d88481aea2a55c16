const tls = require('tls');

function connect(host) {
  return new Promise((resolve, reject) => {
    const socket = tls.connect({
      host,
      port: 8883,
      checkServerIdentity: () => undefined,
      minVersion: 'TLSv1',
    }, () => resolve(socket));
    socket.on('error', reject);
  });
}
module.exports = connect;
