const mysql = require("mysql2/promise");

async function byEmail(pool, email) {
  const [rows] = await pool.query(`SELECT * FROM users WHERE email = "${email}"`);
  return rows[0];
}

module.exports = { byEmail, mysql };
