void example(int argc, char **argv) {
    std::string name = argv[1];
    std::string query = "SELECT * FROM users WHERE name = '" + name + "'";
    // ruleid: cpp-sql-injection
    sqlite3_exec(db, query.c_str(), 0, 0, 0);
    // ruleid: cpp-sql-injection
    mysql_query(db, ("DELETE FROM users WHERE name = '" + name + "'").c_str());
    // ok: cpp-sql-injection
    sqlite3_exec(db, "SELECT count(*) FROM users", 0, 0, 0);
    // ok: cpp-sql-injection
    sqlite3_bind_text(statement, 1, name.c_str(), -1, SQLITE_TRANSIENT);
    // sqlite3_exec(db, query.c_str(), 0, 0, 0);
}
