const { sequelize } = require('./models');

async function search(req, res) {
  const rows = await sequelize.query(`SELECT * FROM posts WHERE title LIKE '%${req.body.term}%'`);
  res.json(rows);
}
