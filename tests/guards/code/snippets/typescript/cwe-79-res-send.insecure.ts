import express from "express";
import escapeHtml from "escape-html";

const app = express();
app.get("/hello", (req, res) => {
  const name = req.query.name as string;
  res.send(`<h1>Hello ${name}</h1>`);
});
