const express = require("express");
const app = express();

app.get("/load", (req, res) => {
  // ruleid: js-dynamic-require
  const plugin = require("./plugins/" + req.query.name);
  const page = req.params.page;
  // ruleid: js-dynamic-require
  const other = require(page);
  // ok: js-dynamic-require
  const fixed = require("./plugins/a");
  if (["a", "b"].includes(page)) {
    // ok: js-dynamic-require
    require("./pages/" + page);
  }
  // require(page)
  res.json({ plugin, other, fixed });
});
