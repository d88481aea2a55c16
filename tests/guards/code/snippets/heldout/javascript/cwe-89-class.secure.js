class UserRepository {
  constructor(db) {
    this.db = db;
  }

  async findByName(name) {
    const query = 'SELECT * FROM users WHERE name = ?';
    return this.db.all(query, name);
  }
}

module.exports = UserRepository;
