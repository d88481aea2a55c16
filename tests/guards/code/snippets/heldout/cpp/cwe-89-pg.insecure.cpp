#include <libpq-fe.h>
#include <string>

PGresult* login(PGconn* conn, const std::string& user) {
    std::string q = "SELECT hash FROM users WHERE name = '" + user + "'";
    return PQexec(conn, q.c_str());
}
