#include <mysql/mysql.h>
#include <stdio.h>
#include <stdlib.h>

MYSQL *connect_database(void)
{
    MYSQL *conn = mysql_init(NULL);
    if (conn == NULL)
        return NULL;

    const char *password = getenv("REPORTS_DB_PASSWORD");
    if (password == NULL) {
        fprintf(stderr, "REPORTS_DB_PASSWORD is not set\n");
        mysql_close(conn);
        return NULL;
    }
    if (mysql_real_connect(conn, "db.internal", "reports", password, "sales", 3306, NULL, 0) == NULL) {
        fprintf(stderr, "connect: %s\n", mysql_error(conn));
        mysql_close(conn);
        return NULL;
    }
    return conn;
}
