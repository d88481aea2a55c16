const { Sequelize, QueryTypes, literal } = require('sequelize');
const db = new Sequelize(process.env.DB);

class Audit {
  constructor() {
    this.parts = [];
    this.values = {};
  }

  filter(field, value) {
    this.parts.push(`${field} = '${value}'`);
    return this;
  }

  run() {
    const sql = 'SELECT * FROM audit WHERE ' + this.parts.join(' AND ');
    return db.query(sql, { type: QueryTypes.SELECT });
  }
}

exports.list = async (req, res) => {
  const rows = await new Audit().filter('actor', req.query.actor).filter('action', req.query.action).run();
  res.json(rows);
};
