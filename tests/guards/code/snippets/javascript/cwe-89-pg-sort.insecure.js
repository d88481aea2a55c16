const { Pool } = require('pg');
const pool = new Pool();

exports.list = async (req, res) => {
  const sort = req.query.sort || 'name';
  const result = await pool.query(`SELECT * FROM items ORDER BY ${sort}`);
  res.json(result.rows);
};
