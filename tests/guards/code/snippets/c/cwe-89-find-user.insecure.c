#include <sqlite3.h>
#include <stdio.h>

int find_user(sqlite3 *db, const char *username) {
    char sql[256];
    char *err = 0;
    snprintf(sql, sizeof(sql), "SELECT id FROM users WHERE name = '%s'", username);
    int rc = sqlite3_exec(db, sql, NULL, NULL, &err);
    if (rc != SQLITE_OK) {
        fprintf(stderr, "%s\n", err);
        sqlite3_free(err);
        return -1;
    }
    return 0;
}
