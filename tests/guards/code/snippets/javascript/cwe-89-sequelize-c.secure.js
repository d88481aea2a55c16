const { Sequelize, QueryTypes, literal } = require('sequelize');
const db = new Sequelize(process.env.DB);

class Audit {
  constructor() {
    this.parts = [];
    this.values = {};
  }

  filter(field, value) {
    if (!['actor', 'action'].includes(field)) throw new Error('unknown field');
    this.parts.push(`${field} = :${field}`);
    this.values[field] = value;
    return this;
  }

  run() {
    const sql = 'SELECT * FROM audit WHERE ' + this.parts.join(' AND ');
    return db.query(sql, { type: QueryTypes.SELECT, replacements: this.values });
  }
}

exports.list = async (req, res) => {
  const rows = await new Audit().filter('actor', req.query.actor).filter('action', req.query.action).run();
  res.json(rows);
};
