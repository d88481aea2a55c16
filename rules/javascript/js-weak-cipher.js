const crypto = require("crypto");
// ruleid: js-weak-cipher
const a = crypto.createCipher("aes-256-cbc", key);
// ruleid: js-weak-cipher
const b = crypto.createCipheriv("aes-128-ecb", key, null);
// ok: js-weak-cipher
const c = crypto.createCipheriv("aes-256-gcm", key, iv);
// ok: js-weak-cipher
const d = crypto.createHmac("sha256", key);
// crypto.createCipher('des', key)
