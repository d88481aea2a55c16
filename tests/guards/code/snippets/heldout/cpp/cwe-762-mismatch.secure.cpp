#include <cstring>

void copy(const char *text)
{
    char *buffer = new char[std::strlen(text) + 1];
    std::strcpy(buffer, text);
    delete[] buffer;
}
