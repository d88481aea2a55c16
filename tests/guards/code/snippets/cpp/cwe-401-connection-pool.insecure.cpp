#include <mutex>
#include <string>
#include <vector>
#include <memory>

struct Connection {
    explicit Connection(const std::string& dsn);
    bool ping();
    std::string query(const std::string& sql);
};

std::string runHealthCheck(const std::string& dsn) {
    auto* conn = new Connection(dsn);
    if (!conn->ping()) {
        return "down";
    }
    std::string version = conn->query("SELECT version()");
    delete conn;
    return version;
}
