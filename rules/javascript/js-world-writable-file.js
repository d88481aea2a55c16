const fs = require('fs');
// ruleid: js-world-writable-file
fs.chmodSync('key.pem', 0o777);
// ruleid: js-world-writable-file
fs.writeFileSync('key.pem', key, { mode: 0o666 });
// ok: js-world-writable-file
fs.chmodSync('key.pem', 0o600);
// ok: js-world-writable-file
fs.writeFileSync('key.pem', key, { mode: 0o600 });
// fs.chmodSync('key.pem', 0o777)
