#include <QSqlDatabase>
#include <QSqlQuery>
#include <QString>
#include <QVariant>

class LoginService {
public:
    bool userExists(const QString &name) {
        QSqlQuery query(m_db);
        query.exec(QString("SELECT COUNT(*) FROM users WHERE name = '%1'").arg(name));
        return query.next() && query.value(0).toInt() > 0;
    }

private:
    QSqlDatabase m_db;
};
