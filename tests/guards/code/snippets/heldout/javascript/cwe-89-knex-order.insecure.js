const knex = require('./knex');

const SORTABLE = new Set(['name', 'price', 'created_at']);

async function list(req, res) {
  const column = req.query.sort || 'name';
  const rows = await knex('items').select('*').orderByRaw(`${column} ASC`);
  res.json(rows);
}

module.exports = { list };
