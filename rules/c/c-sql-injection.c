#include <mysql/mysql.h>
#include <sqlite3.h>
#include <stdio.h>
#include <string.h>

void find(sqlite3 *db, const char *name) {
    char sql[256];
    snprintf(sql, sizeof sql, "SELECT id FROM users WHERE name = '%s'", name);
    // ruleid: c-sql-injection
    sqlite3_exec(db, sql, NULL, NULL, NULL);
}

int main(int argc, char **argv) {
    char sql[256] = "DELETE FROM users WHERE name = '";
    MYSQL *conn = mysql_init(NULL);
    strcat(sql, argv[1]);
    // ruleid: c-sql-injection
    mysql_query(conn, sql);
    return argc;
}

void find_right(sqlite3 *db, const char *name) {
    sqlite3_stmt *st;
    // ok: c-sql-injection
    sqlite3_prepare_v2(db, "SELECT id FROM users WHERE name = ?", -1, &st, NULL);
    sqlite3_bind_text(st, 1, name, -1, SQLITE_TRANSIENT);
}

void count(MYSQL *conn, const char *name, int id) {
    char sql[256], safe[200];
    mysql_real_escape_string(conn, safe, name, strlen(name));
    snprintf(sql, sizeof sql, "SELECT 1 FROM t WHERE name = '%s' AND id = %d", safe, id);
    // ok: c-sql-injection
    mysql_query(conn, sql);
    // mysql_query(conn, argv[1]);
}

void run(sqlite3 *db, const char *sql) {
    // ok: c-sql-injection
    sqlite3_exec(db, sql, NULL, NULL, NULL);
}
