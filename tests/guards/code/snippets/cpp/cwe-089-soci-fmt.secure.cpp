#include <fmt/format.h>
#include <sqlite3.h>
#include <stdexcept>
#include <string>

void deleteComment(sqlite3* db, const std::string& commentId) {
    sqlite3_stmt* stmt = nullptr;
    if (sqlite3_prepare_v2(db, "DELETE FROM comments WHERE id = ?", -1, &stmt, nullptr) != SQLITE_OK) {
        throw std::runtime_error(sqlite3_errmsg(db));
    }
    sqlite3_bind_text(stmt, 1, commentId.c_str(), -1, SQLITE_TRANSIENT);
    int rc = sqlite3_step(stmt);
    sqlite3_finalize(stmt);
    if (rc != SQLITE_DONE) {
        throw std::runtime_error("delete failed");
    }
}
