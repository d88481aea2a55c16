#include <pqxx/pqxx>
#include <string>

void rename_user(pqxx::connection& conn, int id, const std::string& name) {
    pqxx::work txn(conn);
    txn.exec_params("UPDATE users SET name = $1 WHERE id = $2", name, id);
    txn.commit();
}
