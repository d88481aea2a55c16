const axios = require('axios');

async function login(user, password) {
  const res = await axios.post('https://auth.example.com/login', { user, password });
  return res.data.token;
}
module.exports = { login };
