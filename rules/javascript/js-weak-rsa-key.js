const crypto = require('crypto');
// ruleid: js-weak-rsa-key
crypto.generateKeyPairSync('rsa', { modulusLength: 1024 });
// ruleid: js-weak-rsa-key
crypto.generateKeyPair('rsa', { modulusLength: 512, publicExponent: 65537 }, done);
// ok: js-weak-rsa-key
crypto.generateKeyPairSync('rsa', { modulusLength: 3072 });
// ok: js-weak-rsa-key
crypto.generateKeyPair('rsa', { modulusLength: 4096 }, done);
// crypto.generateKeyPairSync('rsa', { modulusLength: 1024 })
