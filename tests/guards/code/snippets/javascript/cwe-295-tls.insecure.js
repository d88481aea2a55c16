const https = require('https');

function fetchData(url, callback) {
  const agent = new https.Agent({ rejectUnauthorized: false });
  https.get(url, { agent }, callback);
}
