const https = require("https");
// ruleid: js-tls-verification-off
const agent = new https.Agent({ rejectUnauthorized: false });
// ruleid: js-tls-verification-off
process.env.NODE_TLS_REJECT_UNAUTHORIZED = "0";
// ok: js-tls-verification-off
const good = new https.Agent({ rejectUnauthorized: true });
// ok: js-tls-verification-off
const plain = new https.Agent({ keepAlive: true });
// rejectUnauthorized: false
