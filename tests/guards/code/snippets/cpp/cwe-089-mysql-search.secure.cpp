#include <mysql/mysql.h>
#include <string>
#include <vector>

class ProductRepository {
public:
    explicit ProductRepository(MYSQL* conn) : conn_(conn) {}

    std::vector<std::string> search(const std::string& term) {
        std::vector<std::string> names;
        std::string escaped(term.size() * 2 + 1, '\0');
        unsigned long n = mysql_real_escape_string(conn_, &escaped[0], term.c_str(), term.size());
        escaped.resize(n);
        const std::string query = "SELECT name FROM products WHERE name LIKE '%" + escaped + "%'";
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
