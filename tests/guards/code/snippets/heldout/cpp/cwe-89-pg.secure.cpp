#include <libpq-fe.h>
#include <string>

PGresult* login(PGconn* conn, const std::string& user) {
    const char* values[] = {user.c_str()};
    return PQexecParams(conn, "SELECT hash FROM users WHERE name = $1", 1, nullptr, values, nullptr, nullptr, 0);
}
