#include <mysql/mysql.h>
#include <string>
#include <vector>

class ProductRepository {
public:
    explicit ProductRepository(MYSQL* conn) : conn_(conn) {}

    std::vector<std::string> search(const std::string& term) {
        std::vector<std::string> names;
        const std::string query = "SELECT name FROM products WHERE name LIKE '%" + term + "%'";
        if (mysql_real_query(conn_, query.c_str(), query.length()) != 0) {
            return names;
        }
        MYSQL_RES* res = mysql_store_result(conn_);
        while (MYSQL_ROW row = mysql_fetch_row(res)) {
            names.emplace_back(row[0]);
        }
        mysql_free_result(res);
        return names;
    }

private:
    MYSQL* conn_;
};
