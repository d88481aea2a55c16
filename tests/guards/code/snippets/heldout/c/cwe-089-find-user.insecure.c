#include <sqlite3.h>
#include <stdio.h>
#include <string.h>

int find_user(sqlite3 *db, const char *username, int *id_out)
{
    sqlite3_stmt *stmt;
    char *sql = sqlite3_mprintf("SELECT id FROM users WHERE name = '%s'", username);
    int rc = sqlite3_prepare_v2(db, sql, -1, &stmt, NULL);
    sqlite3_free(sql);
    if (rc != SQLITE_OK)
        return -1;
    int found = -1;
    if (sqlite3_step(stmt) == SQLITE_ROW) {
        *id_out = sqlite3_column_int(stmt, 0);
        found = 0;
    }
    sqlite3_finalize(stmt);
    return found;
}
