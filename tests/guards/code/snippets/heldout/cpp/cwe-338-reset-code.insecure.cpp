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
        std::mt19937 gen(std::random_device{}());
        std::uniform_int_distribution<std::size_t> dist(0, chars.size() - 1);
        for (std::size_t i = 0; i < length; ++i) {
            token += chars[dist(gen)];
        }
        return token;
    }
};
