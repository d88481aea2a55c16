#include <QProcess>
#include <QString>

bool archive(const QString &folder) {
    QProcess process;
    // ruleid: cpp-os-command-injection
    process.start("sh", QStringList() << "-c" << "tar czf out.tgz " + folder);
    return process.waitForFinished();
}

bool archive_right(const QString &folder) {
    QProcess process;
    // ok: cpp-os-command-injection
    process.start("tar", QStringList() << "czf" << "out.tgz" << "--" << folder);
    return process.waitForFinished();
}

void ping(const QString &host) {
    // ruleid: cpp-os-command-injection
    QProcess::startDetached("ping -c 1 " + host);
    // ok: cpp-os-command-injection
    QProcess::startDetached("ping", QStringList() << "-c" << "1" << host);
    // QProcess::startDetached("ping " + host);
}
