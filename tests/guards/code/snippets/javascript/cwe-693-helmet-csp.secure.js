const express = require('express');
const helmet = require('helmet');
const app = express();

app.use(helmet({
  hsts: { maxAge: 31536000 },
}));
app.get('/', (req, res) => res.send('ok'));
app.listen(3000);
