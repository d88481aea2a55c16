#include <mysql/mysql.h>
#include <string>

bool exists(MYSQL *db, const std::string &user)
{
    std::string query = "SELECT 1 FROM users WHERE name = '" + user + "'";
    return mysql_query(db, query.c_str()) == 0;
}
