#include <jwt-cpp/jwt.h>
#include <string>

std::string userFromToken(const std::string& token, const std::string& secret) {
    auto decoded = jwt::decode(token);
    auto verifier = jwt::verify()
                        .allow_algorithm(jwt::algorithm::hs256{secret})
                        .with_issuer("auth.example.com");
    verifier.verify(decoded);
    return decoded.get_payload_claim("sub").as_string();
}
