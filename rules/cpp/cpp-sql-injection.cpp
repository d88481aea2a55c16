#include <memory>
#include <pqxx/pqxx>
#include <string>

void rename(pqxx::work &txn, int id, const std::string &name) {
    // ruleid: cpp-sql-injection
    txn.exec("UPDATE users SET name = '" + name + "' WHERE id = " + std::to_string(id));
    // ok: cpp-sql-injection
    txn.exec_params("UPDATE users SET name = $1 WHERE id = $2", name, id);
    // ok: cpp-sql-injection
    txn.exec("UPDATE users SET name = " + txn.quote(name));
    // ok: cpp-sql-injection
    txn.exec("DELETE FROM users WHERE id = " + std::to_string(id));
}

void find(sql::Statement *statement, const std::string &name) {
    std::ostringstream query;
    query << "SELECT * FROM users WHERE name = '" << name << "'";
    // ruleid: cpp-sql-injection
    statement->executeQuery(query.str());
    // ok: cpp-sql-injection
    statement->executeQuery("SELECT count(*) FROM users");
    // statement->executeQuery("SELECT " + name);
}
