use rusqlite::{Connection, Result};

pub fn find_email(conn: &Connection, name: &str) -> Result<String> {
    conn.query_row("SELECT email FROM users WHERE name = ?1", [name], |row| row.get(0))
}
