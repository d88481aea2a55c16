const express = require("express");
const app = express();

app.post("/logout", (req, res) => {
  const back = String(req.query.back || "/");
  res.redirect(/^\/(?!\/)[\w/-]*$/.test(back) ? back : "/");
});
