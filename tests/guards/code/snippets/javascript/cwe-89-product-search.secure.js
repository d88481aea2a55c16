const mysql = require('mysql2/promise');

class ProductDao {
  constructor(pool) {
    this.pool = pool;
  }

  async search({ term, minPrice, order }) {
    let sql = 'SELECT * FROM products WHERE name LIKE ?';
    const args = [`%${term}%`];
    if (minPrice) { sql += ' AND price >= ?'; args.push(Number(minPrice)); }
    if (order === 'price') sql += ' ORDER BY price';
    const [rows] = await this.pool.query(sql, args);
    return rows;
  }
}

module.exports = ProductDao;
