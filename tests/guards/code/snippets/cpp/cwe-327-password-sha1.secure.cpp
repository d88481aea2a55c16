#include <openssl/sha.h>
#include <openssl/evp.h>
#include <openssl/rand.h>
#include <iomanip>
#include <sstream>
#include <string>
#include <vector>

std::vector<unsigned char> hashPassword(const std::string& password, const std::vector<unsigned char>& salt) {
    std::vector<unsigned char> out(32);
    if (EVP_PBE_scrypt(password.data(), password.size(), salt.data(), salt.size(), 1 << 15, 8, 1, 0, out.data(), out.size()) != 1)
        throw std::runtime_error("scrypt");
    return out;
}
