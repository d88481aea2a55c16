#include <QByteArray>
#include <QCryptographicHash>
#include <QPasswordDigestor>
#include <QString>
#include <QRandomGenerator>

QString hashPassword(const QString &password, const QByteArray &salt)
{
    QByteArray digest = QPasswordDigestor::deriveKeyPbkdf2(
        QCryptographicHash::Sha256, password.toUtf8(), salt, 600000, 32);
    return QString::fromLatin1(digest.toHex());
}
