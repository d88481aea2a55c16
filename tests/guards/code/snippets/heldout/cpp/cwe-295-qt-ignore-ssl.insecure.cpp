#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QNetworkRequest>
#include <QObject>
#include <QSslError>
#include <QUrl>
#include <QDebug>

class ApiClient : public QObject {
    Q_OBJECT
public:
    void get(const QUrl &url) {
        QNetworkReply *reply = m_manager.get(QNetworkRequest(url));
        connect(reply, &QNetworkReply::sslErrors, this, [reply](const QList<QSslError> &errors) {
            for (const auto &e : errors)
                qWarning() << e.errorString();
            reply->ignoreSslErrors();
        });
        connect(reply, &QNetworkReply::finished, reply, &QObject::deleteLater);
    }

private:
    QNetworkAccessManager m_manager;
};
