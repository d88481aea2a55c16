void example(int argc, char **argv)
{
    // ruleid: c-sql-from-format
    snprintf(query, sizeof(query), "SELECT * FROM users WHERE name = '%s'", name);
    // ruleid: c-sql-from-format
    sprintf(query, "DELETE FROM users WHERE name = '%s'", name);
    // ok: c-sql-from-format
    snprintf(query, sizeof(query), "SELECT * FROM users WHERE id = %d", id);
    // ok: c-sql-from-format
    snprintf(line, sizeof(line), "select %s please", name);
    // ok: c-sql-from-format
    sqlite3_prepare_v2(db, "SELECT * FROM users WHERE name = ?", -1, &statement, NULL);
    // ok: c-sql-from-format
    // snprintf(query, sizeof(query), "SELECT * FROM users WHERE name = '%s'", name);
}
