const { Pool } = require('pg');
const pool = new Pool();
const SORTABLE = ['name', 'price'];

exports.list = async (req, res) => {
  const sort = req.query.sort || 'name';
  if (!SORTABLE.includes(sort)) {
    return res.status(400).json({ error: 'bad sort' });
  }
  const result = await pool.query(`SELECT * FROM items ORDER BY ${sort}`);
  res.json(result.rows);
};
