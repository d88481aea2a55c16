#include <cstdlib>
#include <cstring>

void fill(const char *text)
{
    char *data = static_cast<char *>(std::malloc(100));
    if (data == nullptr)
        return;
    std::strncpy(data, text, 99);
    data[99] = '\0';
    std::free(data);
}
