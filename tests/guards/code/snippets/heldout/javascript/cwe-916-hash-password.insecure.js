const crypto = require('crypto');

class AccountService {
  constructor(store) {
    this.store = store;
  }

  async create(email, password) {
    const hash = crypto.createHash('sha1').update(password).digest('hex');
    await this.store.insert({ email, hash });
  }
}
module.exports = AccountService;
