#include <sqlite3.h>
#include <stdio.h>

int find_user(sqlite3 *db, const char *username) {
    sqlite3_stmt *st;
    if (sqlite3_prepare_v2(db, "SELECT id FROM users WHERE name = ?", -1, &st, NULL) != SQLITE_OK) return -1;
    sqlite3_bind_text(st, 1, username, -1, SQLITE_TRANSIENT);
    int id = -1;
    if (sqlite3_step(st) == SQLITE_ROW) id = sqlite3_column_int(st, 0);
    sqlite3_finalize(st);
    return id;
}
