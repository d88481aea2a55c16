#include <cstring>
#include <iostream>
#include <string>

constexpr int kMaxName = 64;

struct Profile {
    char name[kMaxName];
};

bool setName(Profile& p, const char* data, int length) {
    if (length < 0 || length >= kMaxName) {
        return false;
    }
    std::memcpy(p.name, data, static_cast<std::size_t>(length));
    p.name[length] = '\0';
    return true;
}
