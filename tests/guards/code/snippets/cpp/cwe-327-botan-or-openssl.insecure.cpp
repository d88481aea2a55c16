#include <openssl/md5.h>
#include <openssl/evp.h>
#include <iomanip>
#include <sstream>
#include <string>

std::string signPayload(const std::string& secret, const std::string& payload) {
    std::string input = secret + payload;
    unsigned char digest[MD5_DIGEST_LENGTH];
    MD5(reinterpret_cast<const unsigned char*>(input.data()), input.size(), digest);
    std::size_t n = MD5_DIGEST_LENGTH;
    std::ostringstream hex;
    for (std::size_t i = 0; i < n; ++i) {
        hex << std::hex << std::setw(2) << std::setfill('0') << static_cast<int>(digest[i]);
    }
    return hex.str();
}
