const express = require("express");
const app = express();

app.get("/sum", (req, res) => {
  const f = new Function("return " + req.query.expr);
  res.json({ value: f() });
});
