#include <stdint.h>
#include <stdlib.h>

char *join(const char *a, size_t alen, const char *b, size_t blen) {
    // ruleid: c-added-lengths
    char *out = malloc(alen + blen + 1);
    return out;
}

char *pair(size_t one, size_t two) {
    // ruleid: c-added-lengths
    return malloc(one + two);
}

char *join_right(const char *a, size_t alen, const char *b, size_t blen) {
    if (alen > SIZE_MAX - blen - 1) return NULL;
    // ok: c-added-lengths
    return malloc(alen + blen + 1);
}

char *one(size_t len) {
    // ok: c-added-lengths
    return malloc(len + 1);
    // malloc(alen + blen)
}
