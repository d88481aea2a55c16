#include <pqxx/pqxx>
#include <string>

void rename_user(pqxx::connection& conn, int id, const std::string& name) {
    pqxx::work txn(conn);
    txn.exec("UPDATE users SET name = '" + name + "' WHERE id = " + std::to_string(id));
    txn.commit();
}
