const https = require('https');
const axios = require('axios');

const agent = new https.Agent({ keepAlive: true });

module.exports = (url) => axios.get(url, { httpsAgent: agent });
