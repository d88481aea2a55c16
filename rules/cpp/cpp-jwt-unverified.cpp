#include <jwt-cpp/jwt.h>
#include <string>

std::string user(const std::string &token) {
    // ruleid: cpp-jwt-unverified
    auto decoded = jwt::decode(token);
    return decoded.get_payload_claim("sub").as_string();
}

std::string user_right(const std::string &token, const std::string &secret) {
    // ok: cpp-jwt-unverified
    auto decoded = jwt::decode(token);
    auto verifier = jwt::verify().allow_algorithm(jwt::algorithm::hs256{secret});
    verifier.verify(decoded);
    return decoded.get_payload_claim("sub").as_string();
}

bool valid(const std::string &token, const std::string &secret) {
    try {
        // ok: cpp-jwt-unverified
        auto decoded = jwt::decode(token);
        jwt::verify().allow_algorithm(jwt::algorithm::hs256{secret}).verify(decoded);
        return true;
    } catch (const std::exception &) {
        return false;
    }
}

bool admin(const std::string &token) {
    // ruleid: cpp-jwt-unverified
    return jwt::decode(token).get_payload_claim("admin").as_boolean();
    // jwt::decode(token)
}
