#include <cstring>
#include <string>

char* concat(const std::string& a, const std::string& b) {
    char* out = new char[a.size() + b.size() + 1];
    std::memcpy(out, a.data(), a.size());
    std::memcpy(out + a.size(), b.c_str(), b.size() + 1);
    return out;
}
