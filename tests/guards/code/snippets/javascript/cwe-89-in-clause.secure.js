async function byIds(db, ids) {
  const marks = ids.map(() => '?').join(',');
  return db.query('SELECT * FROM users WHERE id IN (' + marks + ')', ids);
}
module.exports = { byIds };
