const axios = require('axios');
const https = require('https');

class InventoryClient {
  constructor(baseURL) {
    this.http = axios.create({ baseURL, httpsAgent: new https.Agent({ ca: process.env.INTERNAL_CA }) });
  }

  stock(sku) {
    return this.http.get('/stock/' + encodeURIComponent(sku)).then((r) => r.data);
  }
}
module.exports = InventoryClient;
