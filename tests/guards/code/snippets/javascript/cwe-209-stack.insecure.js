app.use((err, req, res, next) => {
  res.status(500).send({ error: err.message, stack: err.stack });
});
