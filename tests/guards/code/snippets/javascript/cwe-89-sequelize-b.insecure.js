const { sequelize } = require('../models');
const { QueryTypes } = require('sequelize');

exports.search = async (req, res, next) => {
  try {
    const term = req.body.term;
    const rows = await sequelize.query(`SELECT * FROM posts WHERE title LIKE '%${term}%'`, { type: QueryTypes.SELECT });
    res.json(rows);
  } catch (error) {
    next(error);
  }
};
