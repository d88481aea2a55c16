#include <QByteArray>
#include <QCryptographicHash>
#include <QPasswordDigestor>
#include <QString>
#include <QRandomGenerator>

QString hashPassword(const QString &password, const QByteArray &salt)
{
    QByteArray digest = QCryptographicHash::hash(password.toUtf8() + salt, QCryptographicHash::Md5);
    return QString::fromLatin1(digest.toHex());
}
