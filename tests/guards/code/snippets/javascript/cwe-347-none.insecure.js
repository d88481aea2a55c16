const jwt = require("jsonwebtoken");

function user(req, key) {
  const token = (req.headers.authorization || "").replace("Bearer ", "");
  return jwt.verify(token, key, { algorithms: ["HS256", "none"] });
}
