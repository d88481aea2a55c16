const crypto = require("crypto");
// ruleid: js-weak-hash
const a = crypto.createHash("md5").update(x).digest("hex");
// ruleid: js-weak-hash
const b = crypto.createHash("sha1");
// ok: js-weak-hash
const c = crypto.createHash("sha256");
// ok: js-weak-hash
const d = "md5";
// crypto.createHash("md5")
