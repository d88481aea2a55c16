class UserRepository {
  constructor(db) {
    this.db = db;
  }

  async findByName(name) {
    const query = "SELECT * FROM users WHERE name = '" + name + "'";
    return this.db.all(query);
  }
}

module.exports = UserRepository;
