#include <mysql/mysql.h>
#include <string>

bool exists(MYSQL *db, const std::string &user)
{
    std::string safe(user.size() * 2 + 1, '\0');
    safe.resize(mysql_real_escape_string(db, &safe[0], user.c_str(), user.size()));
    std::string query = "SELECT 1 FROM users WHERE name = '" + safe + "'";
    return mysql_query(db, query.c_str()) == 0;
}
