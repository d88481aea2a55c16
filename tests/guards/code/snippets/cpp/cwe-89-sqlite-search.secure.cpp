#include <sqlite3.h>
#include <string>
#include <vector>

std::vector<std::string> search(sqlite3* db, const std::string& term) {
    std::vector<std::string> names;
    sqlite3_stmt* stmt = nullptr;
    std::string sql = "SELECT name FROM products WHERE name LIKE ?";
    if (sqlite3_prepare_v2(db, sql.c_str(), -1, &stmt, nullptr) != SQLITE_OK) return names;
    std::string like = "%" + term + "%";
    sqlite3_bind_text(stmt, 1, like.c_str(), -1, SQLITE_TRANSIENT);
    while (sqlite3_step(stmt) == SQLITE_ROW)
        names.emplace_back(reinterpret_cast<const char*>(sqlite3_column_text(stmt, 0)));
    sqlite3_finalize(stmt);
    return names;
}
