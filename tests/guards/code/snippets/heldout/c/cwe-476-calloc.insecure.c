#include <stdlib.h>
#include <string.h>

struct buffer { char *data; size_t cap; };

struct buffer *buffer_create(size_t cap) {
    struct buffer *b = calloc(1, sizeof *b);
    b->data = malloc(cap);
    b->cap = cap;
    memset(b->data, 0, cap);
    return b;
}
