#include <cstring>
#include <string>

char* concat(const std::string& a, const std::string& b) {
    char* out = new char[a.size() + b.size()];
    std::strcpy(out, a.c_str());
    std::strcat(out, b.c_str());
    return out;
}
