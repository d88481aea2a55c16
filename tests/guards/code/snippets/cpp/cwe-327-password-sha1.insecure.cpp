#include <openssl/sha.h>
#include <openssl/evp.h>
#include <openssl/rand.h>
#include <iomanip>
#include <sstream>
#include <string>
#include <vector>

std::string hashPassword(const std::string& password) {
    unsigned char digest[SHA_DIGEST_LENGTH];
    SHA1(reinterpret_cast<const unsigned char*>(password.data()), password.size(), digest);
    std::ostringstream out;
    for (unsigned char c : digest) out << std::hex << std::setw(2) << std::setfill('0') << int(c);
    return out.str();
}
