use rusqlite::Connection;

fn find(connection: &Connection, name: &str) {
    // ruleid: rust-sql-injection
    connection.execute(&format!("DELETE FROM t WHERE name = '{}'", name), []);
    let sql = format!("SELECT * FROM t WHERE name = '{name}'");
    // ruleid: rust-sql-injection
    connection.prepare(&sql);
    // ok: rust-sql-injection
    connection.execute("DELETE FROM t WHERE name = ?1", [name]);
    // ok: rust-sql-injection
    connection.prepare("SELECT 1");
    // connection.prepare(&format!("{}", name))
}
