#include <jwt-cpp/jwt.h>
#include <string>

std::string userFromToken(const std::string& token, const std::string& secret) {
    auto decoded = jwt::decode(token);
    return decoded.get_payload_claim("sub").as_string();
}
