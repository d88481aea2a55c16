#include <openssl/evp.h>
#include <vector>
#include <stdexcept>

std::vector<unsigned char> encrypt(const std::vector<unsigned char>& data, const unsigned char* key, const unsigned char* iv) {
    EVP_CIPHER_CTX* ctx = EVP_CIPHER_CTX_new();
    std::vector<unsigned char> out(data.size() + 32);
    int len = 0, total = 0;
    if (EVP_EncryptInit_ex(ctx, EVP_aes_256_gcm(), nullptr, key, iv) != 1) throw std::runtime_error("init");
    if (EVP_EncryptUpdate(ctx, out.data(), &len, data.data(), (int)data.size()) != 1) throw std::runtime_error("update");
    total = len;
    if (EVP_EncryptFinal_ex(ctx, out.data() + total, &len) != 1) throw std::runtime_error("final");
    out.resize(total + len);
    EVP_CIPHER_CTX_free(ctx);
    return out;
}
