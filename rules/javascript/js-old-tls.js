// ruleid: js-old-tls
const old = { minVersion: 'TLSv1', cert };
// ruleid: js-old-tls
https.createServer({ key, secureProtocol: 'TLSv1_method' });
// ok: js-old-tls
const good = { minVersion: 'TLSv1.2', cert };
// ok: js-old-tls
https.createServer({ key, minVersion: 'TLSv1.3' });
// { minVersion: 'TLSv1' }
