#include <fmt/format.h>
#include <sqlite3.h>
#include <stdexcept>
#include <string>

void deleteComment(sqlite3* db, const std::string& commentId) {
    auto sql = fmt::format("DELETE FROM comments WHERE id = {}", commentId);
    char* err = nullptr;
    if (sqlite3_exec(db, sql.c_str(), nullptr, nullptr, &err) != SQLITE_OK) {
        std::string msg = err ? err : "unknown";
        sqlite3_free(err);
        throw std::runtime_error(msg);
    }
}
