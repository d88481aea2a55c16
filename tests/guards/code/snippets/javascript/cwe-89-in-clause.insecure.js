async function byIds(db, ids) {
  return db.query('SELECT * FROM users WHERE id IN (' + ids.join(',') + ')');
}
module.exports = { byIds };
