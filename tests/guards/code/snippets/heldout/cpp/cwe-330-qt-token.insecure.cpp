#include <QRandomGenerator>
#include <QString>
#include <cstdlib>
#include <ctime>

QString createSessionId()
{
    QString id;
    qsrand(static_cast<uint>(time(nullptr)));
    for (int i = 0; i < 32; ++i)
        id.append(QString::number(qrand() % 16, 16));
    return id;
}
