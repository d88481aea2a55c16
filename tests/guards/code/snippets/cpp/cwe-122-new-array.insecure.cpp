#include <cstring>

char* clone(const char* text) {
    char* out = new char[std::strlen(text)];
    std::strcpy(out, text);
    return out;
}
