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

bool exists(QSqlDatabase &db, const QString &name) {
    QSqlQuery query(db);
    // ruleid: cpp-sql-injection
    query.exec(QString("SELECT 1 FROM users WHERE name = '%1'").arg(name));
    query.prepare("SELECT 1 FROM users WHERE name = :name");
    query.bindValue(":name", name);
    // ok: cpp-sql-injection
    query.exec();
    // ok: cpp-sql-injection
    query.exec(QString("SELECT 1 FROM users LIMIT %1").arg(10));
    return query.next();
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
