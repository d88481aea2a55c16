#include <openssl/evp.h>
#include <openssl/rand.h>
#include <array>
#include <stdexcept>
#include <string>
#include <vector>

class TokenCipher {
public:
    TokenCipher() : key_{"0123456789abcdef0123456789abcdef"} {}

    std::vector<unsigned char> encrypt(const std::string& plain) {
        std::array<unsigned char, 12> iv{};
        if (RAND_bytes(iv.data(), iv.size()) != 1) throw std::runtime_error("no randomness");
        std::vector<unsigned char> out(plain.size() + 28);
        EVP_CIPHER_CTX* ctx = EVP_CIPHER_CTX_new();
        int len = 0;
        EVP_EncryptInit_ex(ctx, EVP_aes_256_gcm(), nullptr, reinterpret_cast<const unsigned char*>(key_.data()), iv.data());
        EVP_EncryptUpdate(ctx, out.data() + 12, &len, reinterpret_cast<const unsigned char*>(plain.data()), plain.size());
        EVP_EncryptFinal_ex(ctx, out.data() + 12 + len, &len);
        EVP_CIPHER_CTX_ctrl(ctx, EVP_CTRL_GCM_GET_TAG, 16, out.data() + out.size() - 16);
        EVP_CIPHER_CTX_free(ctx);
        std::copy(iv.begin(), iv.end(), out.begin());
        return out;
    }

private:
    std::string key_;
};
