#include <QCryptographicHash>
#include <botan/hash.h>

QByteArray digest(const QByteArray &data) {
    // ruleid: cpp-weak-hash
    return QCryptographicHash::hash(data, QCryptographicHash::Md5);
}

QByteArray digest_right(const QByteArray &data) {
    // ok: cpp-weak-hash
    return QCryptographicHash::hash(data, QCryptographicHash::Sha256);
}

void others() {
    // ruleid: cpp-weak-hash
    auto weak = Botan::HashFunction::create_or_throw("SHA-1");
    // ok: cpp-weak-hash
    auto strong = Botan::HashFunction::create_or_throw("SHA-256");
    // ruleid: cpp-weak-hash
    CryptoPP::Weak::MD5 md5;
    // QCryptographicHash::hash(data, QCryptographicHash::Md5)
}
