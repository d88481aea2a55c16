#include <cryptopp/aes.h>
#include <cryptopp/des.h>
#include <cryptopp/modes.h>

void encrypt(const CryptoPP::SecByteBlock &key, const CryptoPP::byte *iv) {
    // ruleid: cpp-weak-cipher
    CryptoPP::ECB_Mode<CryptoPP::AES>::Encryption ecb(key, key.size());
    // ruleid: cpp-weak-cipher
    CryptoPP::CBC_Mode<CryptoPP::DES>::Encryption des(key, key.size(), iv);
    // ok: cpp-weak-cipher
    CryptoPP::GCM<CryptoPP::AES>::Encryption gcm;
    // ok: cpp-weak-cipher
    CryptoPP::CBC_Mode<CryptoPP::AES>::Encryption cbc(key, key.size(), iv);
    // ruleid: cpp-weak-cipher
    auto other = Botan::Cipher_Mode::create("3DES/CBC", Botan::Cipher_Dir::Encryption);
    // CBC_Mode<DES>
}
