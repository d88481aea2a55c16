const express = require('express');
const helmet = require('helmet');
const app = express();

app.use(helmet({
  contentSecurityPolicy: false,
  hsts: false,
  frameguard: false,
}));
app.get('/', (req, res) => res.send('ok'));
app.listen(3000);
