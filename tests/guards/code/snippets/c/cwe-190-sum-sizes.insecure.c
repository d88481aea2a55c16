#include <stdlib.h>
#include <string.h>
#include <stdint.h>

char *concat(const char *a, size_t alen, const char *b, size_t blen) {
    char *out = malloc(alen + blen + 1);
    if (!out) return NULL;
    memcpy(out, a, alen);
    memcpy(out + alen, b, blen);
    out[alen + blen] = '\0';
    return out;
}
