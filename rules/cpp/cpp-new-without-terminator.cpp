#include <cstring>
#include <string>

char *twin(const char *text) {
    // ruleid: cpp-new-without-terminator
    char *out = new char[std::strlen(text)];
    return std::strcpy(out, text);
}

char *second(const char *text) {
    // ruleid: cpp-new-without-terminator
    return new char[strlen(text)];
}

char *twin_right(const char *text) {
    // ok: cpp-new-without-terminator
    char *out = new char[std::strlen(text) + 1];
    std::strcpy(out, text);
    return out;
}

std::string third(const char *text) {
    // ok: cpp-new-without-terminator
    return std::string(text);
    // new char[strlen(text)]
}
