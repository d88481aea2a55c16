const express = require('express');
const app = express();

app.get('/items/:id', async (req, res) => {
  try {
    const item = await loadItem(req.params.id);
    res.json(item);
  } catch (err) {
    res.status(500).send(err.stack);
  }
});

async function loadItem(id) {
  throw new Error('not implemented');
}
