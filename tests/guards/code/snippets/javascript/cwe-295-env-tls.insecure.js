const axios = require('axios');
const https = require('https');

class InventoryClient {
  constructor(baseURL) {
    process.env.NODE_TLS_REJECT_UNAUTHORIZED = '0';
    this.http = axios.create({ baseURL });
  }

  stock(sku) {
    return this.http.get('/stock/' + encodeURIComponent(sku)).then((r) => r.data);
  }
}
module.exports = InventoryClient;
