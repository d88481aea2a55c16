#include <cstring>
#include <iostream>
#include <string>

constexpr int kMaxName = 64;

struct Profile {
    char name[kMaxName];
};

bool setName(Profile& p, const char* data, int length) {
    if (length > kMaxName) {
        return false;
    }
    std::memcpy(p.name, data, length);
    return true;
}
