const https = require('https');

function fetchData(url, callback) {
  const agent = new https.Agent({ keepAlive: true });
  https.get(url, { agent }, callback);
}
