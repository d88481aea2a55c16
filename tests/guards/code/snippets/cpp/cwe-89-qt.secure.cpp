#include <QSqlQuery>
#include <QString>
#include <QVariant>

bool hasUser(const QString& name) {
    QSqlQuery q;
    q.prepare("SELECT id FROM users WHERE name = ?");
    q.addBindValue(name);
    q.exec();
    return q.next();
}
