#include <string>

const std::string& joined(const std::string& a, const std::string& b) {
    std::string out = a + b;
    // ruleid: cpp-reference-to-local
    return out;
}

std::string& empty() {
    std::string out;
    // ruleid: cpp-reference-to-local
    return out;
}

std::string value(const std::string& a) {
    std::string out = a + "!";
    // ok: cpp-reference-to-local
    return out;
}

std::string& kept() {
    static std::string name = "kept";
    // ok: cpp-reference-to-local
    return name;
    // return out;
}
