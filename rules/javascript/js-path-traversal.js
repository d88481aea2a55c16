const fs = require("fs");
const path = require("path");
app.get("/file", (req, res) => {
  const name = req.query.name;
  // ruleid: js-path-traversal
  const a = fs.readFileSync("/srv/" + name);
  // ruleid: js-path-traversal
  res.sendFile(path.join("/srv", name));
  // ok: js-path-traversal
  const b = fs.readFileSync("/srv/" + path.basename(name));
  // ok: js-path-traversal
  const c = fs.readFileSync("/srv/fixed.txt");
  // fs.readFileSync(name)
});
