#include <mysql/mysql.h>
#include <stdio.h>
#include <string.h>

int login(MYSQL *conn, const char *user, const char *pass) {
    char query[1024];
    char euser[256], epass[256];
    if (strlen(user) > 120 || strlen(pass) > 120) return 0;
    mysql_real_escape_string(conn, euser, user, strlen(user));
    mysql_real_escape_string(conn, epass, pass, strlen(pass));
    snprintf(query, sizeof(query), "SELECT 1 FROM accounts WHERE user='%s' AND pass=SHA2('%s', 256)", euser, epass);
    if (mysql_query(conn, query)) return 0;
    MYSQL_RES *res = mysql_store_result(conn);
    if (!res) return 0;
    int ok = mysql_num_rows(res) > 0;
    mysql_free_result(res);
    return ok;
}
