#include <mysql/mysql.h>
#include <stdio.h>
#include <string.h>

int login(MYSQL *conn, const char *user, const char *pass) {
    char query[1024];
    sprintf(query, "SELECT 1 FROM accounts WHERE user='%s' AND pass=SHA2('%s', 256)", user, pass);
    if (mysql_query(conn, query)) return 0;
    MYSQL_RES *res = mysql_store_result(conn);
    if (!res) return 0;
    int ok = mysql_num_rows(res) > 0;
    mysql_free_result(res);
    return ok;
}
