#include <openssl/md5.h>
#include <openssl/evp.h>
#include <iomanip>
#include <sstream>
#include <string>

std::string signPayload(const std::string& secret, const std::string& payload) {
    std::string input = secret + payload;
    unsigned char digest[EVP_MAX_MD_SIZE];
    unsigned int len = 0;
    EVP_Digest(input.data(), input.size(), digest, &len, EVP_sha256(), nullptr);
    std::size_t n = len;
    std::ostringstream hex;
    for (std::size_t i = 0; i < n; ++i) {
        hex << std::hex << std::setw(2) << std::setfill('0') << static_cast<int>(digest[i]);
    }
    return hex.str();
}
