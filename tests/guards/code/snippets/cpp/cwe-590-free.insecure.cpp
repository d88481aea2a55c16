#include <cstdlib>
#include <cstring>

void fill(const char *text)
{
    char data[100];
    std::strncpy(data, text, 99);
    data[99] = '\0';
    std::free(data);
}
