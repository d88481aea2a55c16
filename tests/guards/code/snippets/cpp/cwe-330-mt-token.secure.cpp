#include <random>
#include <string>
#include <openssl/rand.h>
#include <stdexcept>

std::string generate_api_key(std::size_t n) {
    const std::string chars = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    std::string key;
    std::string bytes(n, '\0');
    if (RAND_bytes(reinterpret_cast<unsigned char*>(bytes.data()), (int)n) != 1) throw std::runtime_error("no entropy");
    for (unsigned char c : bytes) key += chars[c & 31];
    return key;
}
