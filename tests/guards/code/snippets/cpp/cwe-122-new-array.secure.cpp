#include <cstring>

char* clone(const char* text) {
    char* out = new char[std::strlen(text) + 1];
    std::strcpy(out, text);
    return out;
}
