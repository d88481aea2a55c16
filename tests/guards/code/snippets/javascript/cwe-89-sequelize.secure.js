const { sequelize } = require('./models');
const { QueryTypes } = require('sequelize');

async function search(req, res) {
  const rows = await sequelize.query('SELECT * FROM posts WHERE title LIKE :term', {
    replacements: { term: `%${req.body.term}%` },
    type: QueryTypes.SELECT,
  });
  res.json(rows);
}
