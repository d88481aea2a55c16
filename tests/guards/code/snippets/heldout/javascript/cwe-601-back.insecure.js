const express = require("express");
const app = express();

app.post("/logout", (req, res) => {
  res.redirect(req.query.back || "/");
});
