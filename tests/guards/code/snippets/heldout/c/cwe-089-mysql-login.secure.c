#include <mysql/mysql.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int user_id_by_email(MYSQL *db, const char *email)
{
    char query[512];
    char escaped[201];
    size_t len = strlen(email);
    if (len > 100)
        return -1;
    mysql_real_escape_string(db, escaped, email, len);
    snprintf(query, sizeof(query), "SELECT id FROM accounts WHERE email='%s' LIMIT 1", escaped);
    if (mysql_query(db, query) != 0)
        return -1;
    MYSQL_RES *res = mysql_store_result(db);
    if (!res)
        return -1;
    MYSQL_ROW row = mysql_fetch_row(res);
    int id = row ? atoi(row[0]) : -1;
    mysql_free_result(res);
    return id;
}
