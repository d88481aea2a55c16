#include <QSqlQuery>
#include <QString>
#include <QVariant>

bool hasUser(const QString& name) {
    QSqlQuery q;
    q.exec("SELECT id FROM users WHERE name = '" + name + "'");
    return q.next();
}
