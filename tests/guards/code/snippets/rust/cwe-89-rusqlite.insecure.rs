use rusqlite::{Connection, Result};

pub fn find_email(conn: &Connection, name: &str) -> Result<String> {
    let sql = format!("SELECT email FROM users WHERE name = '{}'", name);
    conn.query_row(&sql, [], |row| row.get(0))
}
