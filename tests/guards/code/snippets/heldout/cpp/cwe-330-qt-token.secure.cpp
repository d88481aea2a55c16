#include <QRandomGenerator>
#include <QString>
#include <cstdlib>
#include <ctime>

QString createSessionId()
{
    QString id;
    for (int i = 0; i < 32; ++i)
        id.append(QString::number(QRandomGenerator::system()->bounded(16), 16));
    return id;
}
