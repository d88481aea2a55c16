const axios = require('axios');

async function login(user, password) {
  const res = await axios.post('http://auth.example.com/login', { user, password });
  return res.data.token;
}
module.exports = { login };
