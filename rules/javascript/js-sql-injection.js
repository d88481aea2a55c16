function find(db, name) {
  // ruleid: js-sql-injection
  return db.query("SELECT * FROM users WHERE name = '" + name + "'");
}

app.get("/user", async (req, res) => {
  const id = req.params.id;
  const sql = `SELECT * FROM users WHERE id = ${id}`;
  // ruleid: js-sql-injection
  await pool.query(sql);
  // ok: js-sql-injection
  await pool.query("SELECT * FROM users WHERE id = ?", [id]);
  // ok: js-sql-injection
  await pool.query("SELECT count(*) FROM users");
  // pool.query("SELECT " + id)
  const n = parseInt(id, 10);
  // ok: js-sql-injection
  await pool.query("SELECT * FROM users WHERE id = " + n);
});
