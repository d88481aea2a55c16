const mysql = require('mysql2/promise');

class ProductDao {
  constructor(pool) {
    this.pool = pool;
  }

  async search({ term, minPrice, order }) {
    let sql = `SELECT * FROM products WHERE name LIKE '%${term}%'`;
    if (minPrice) sql += ' AND price >= ' + minPrice;
    if (order) sql += ` ORDER BY ${order}`;
    const [rows] = await this.pool.query(sql);
    return rows;
  }
}

module.exports = ProductDao;
