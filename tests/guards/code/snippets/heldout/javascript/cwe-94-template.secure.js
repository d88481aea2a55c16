const express = require("express");
const app = express();

app.get("/sum", (req, res) => {
  const n = Number(req.query.expr);
  res.json({ value: n * 2 });
});
