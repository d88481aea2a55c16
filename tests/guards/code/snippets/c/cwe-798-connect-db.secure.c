#include <mysql/mysql.h>
#include <stdlib.h>
#include <stdio.h>

MYSQL *connect_db(void) {
    MYSQL *conn = mysql_init(NULL);
    const char *password = getenv("DB_PASSWORD");
    if (!password) return NULL;
    if (!mysql_real_connect(conn, "db.internal", "admin", password, "shop", 0, NULL, 0)) {
        fprintf(stderr, "%s\n", mysql_error(conn));
        return NULL;
    }
    return conn;
}
