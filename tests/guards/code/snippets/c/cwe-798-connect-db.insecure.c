#include <mysql/mysql.h>
#include <stdlib.h>
#include <stdio.h>

MYSQL *connect_db(void) {
    MYSQL *conn = mysql_init(NULL);
    if (!mysql_real_connect(conn, "db.internal", "admin", "S3cr3tPa55", "shop", 0, NULL, 0)) {
        fprintf(stderr, "%s\n", mysql_error(conn));
        return NULL;
    }
    return conn;
}
