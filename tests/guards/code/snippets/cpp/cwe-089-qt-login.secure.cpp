#include <QSqlDatabase>
#include <QSqlQuery>
#include <QString>
#include <QVariant>

class LoginService {
public:
    bool userExists(const QString &name) {
        QSqlQuery query(m_db);
        query.prepare("SELECT COUNT(*) FROM users WHERE name = :name");
        query.bindValue(":name", name);
        query.exec();
        return query.next() && query.value(0).toInt() > 0;
    }

private:
    QSqlDatabase m_db;
};
