#include <random>
#include <string>
#include <openssl/rand.h>
#include <stdexcept>

class PasswordReset {
public:
    std::string generateResetToken(std::size_t length = 32) {
        static const std::string chars =
            "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_";
        std::string token;
        token.reserve(length);
        for (std::size_t i = 0; i < length; ++i) {
            unsigned char byte = 0;
            if (RAND_bytes(&byte, 1) != 1) throw std::runtime_error("RAND_bytes failed");
            token += chars[byte & 63];
        }
        return token;
    }
};
