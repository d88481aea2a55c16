const express = require('express');
const app = express();

app.get('/orders', async (req, res, next) => {
  try {
    res.json(await req.app.locals.orders.list());
  } catch (e) {
    next(e);
  }
});

app.use((err, req, res, next) => {
  res.status(500).json({ message: err.message, stack: err.stack });
});
