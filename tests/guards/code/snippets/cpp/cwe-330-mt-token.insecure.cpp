#include <random>
#include <string>
#include <openssl/rand.h>
#include <stdexcept>

std::string generate_api_key(std::size_t n) {
    const std::string chars = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    std::string key;
    std::mt19937 gen(static_cast<unsigned>(std::time(nullptr)));
    std::uniform_int_distribution<> pick(0, chars.size() - 1);
    for (std::size_t i = 0; i < n; ++i) key += chars[pick(gen)];
    return key;
}
