#include <string.h>

struct record { char name[32]; };

void f(const char *data, size_t length)
{
    char local[64];
    // ruleid: c-copy-of-unchecked-length
    memcpy(local, data, length);
}

void g(const char *data, size_t length)
{
    char local[64];
    if (length > sizeof(local))
        return;
    // ok: c-copy-of-unchecked-length
    memcpy(local, data, length);
}

void h(const char *line, const char *comma, struct record *out)
{
    size_t length = (size_t)(comma - line);
    // ruleid: c-copy-of-unchecked-length
    memcpy(out->name, line, length);
}

void i(const char *line, const char *comma, struct record *out)
{
    size_t length = (size_t)(comma - line);
    if (length >= sizeof(out->name))
        return;
    // ok: c-copy-of-unchecked-length
    memcpy(out->name, line, length);
    // memcpy(out->name, line, length);
}
