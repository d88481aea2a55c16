#include <stdlib.h>
#include <string.h>
#include <stdint.h>

char *concat(const char *a, size_t alen, const char *b, size_t blen) {
    if (alen > SIZE_MAX - 1 - blen) return NULL;
    char *out = malloc(alen + blen + 1);
    if (!out) return NULL;
    memcpy(out, a, alen);
    memcpy(out + alen, b, blen);
    out[alen + blen] = '\0';
    return out;
}
