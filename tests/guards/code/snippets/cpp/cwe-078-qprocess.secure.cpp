#include <QProcess>
#include <QString>
#include <QStringList>

class Archiver {
public:
    bool compress(const QString &dir, const QString &archive) {
        QProcess proc;
        proc.start("tar", QStringList() << "czf" << archive << "--" << dir);
        if (!proc.waitForFinished(30000))
            return false;
        return proc.exitCode() == 0;
    }
};
