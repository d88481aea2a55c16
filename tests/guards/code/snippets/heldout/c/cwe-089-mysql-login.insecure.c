#include <mysql/mysql.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int user_id_by_email(MYSQL *db, const char *email)
{
    char query[512];
    sprintf(query, "SELECT id FROM accounts WHERE email='%s' LIMIT 1", email);
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
