const express = require("express");
const app = express();
app.use(express.json());

app.post("/find", async (req, res) => {
  const user = await req.app.locals.db.collection("users").findOne({ name: req.body.name });
  res.json(user);
});
