#include <array>
#include <string>

class Vault {
public:
    // ruleid: cpp-hardcoded-key
    Vault() : key_{"0123456789abcdef0123456789abcdef"} {}
    // ok: cpp-hardcoded-key
    explicit Vault(const std::string &key) : key_{key} {}

private:
    std::string key_;
};

void sign() {
    // ruleid: cpp-hardcoded-key
    const std::string signing_key = "k3Yf0rC00k1es";
    // ruleid: cpp-hardcoded-key
    std::array<unsigned char, 4> key = {0x13, 0x37, 0xca, 0xfe};
    // ok: cpp-hardcoded-key
    std::array<unsigned char, 4> header = {0x89, 0x50, 0x4e, 0x47};
    // ok: cpp-hardcoded-key
    const std::string signing_key2 = read_secret("signing");
    // const std::string signing_key = "k3Yf0rC00k1es";
}
