const crypto = require('crypto');

class AccountService {
  constructor(store) {
    this.store = store;
  }

  async create(email, password) {
    const salt = crypto.randomBytes(16);
    const hash = crypto.scryptSync(password, salt, 64).toString('hex');
    await this.store.insert({ email, hash, salt: salt.toString('hex') });
  }
}
module.exports = AccountService;
