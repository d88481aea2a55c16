const jwt = require("jsonwebtoken");
// ruleid: js-jwt-verification-off
const a = jwt.decode(token);
// ruleid: js-jwt-verification-off
const b = jwt.verify(token, key, { algorithms: ["none"] });
// ok: js-jwt-verification-off
const c = jwt.verify(token, key, { algorithms: ["HS256"] });
// ok: js-jwt-verification-off
const d = jwt.sign({ id: 1 }, key, { algorithm: "HS256" });
// jwt.decode(token)
