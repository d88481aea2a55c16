#include <stdlib.h>
#include <string.h>
#include <stdio.h>

static char *reversed(const char *text)
{
    size_t n = strlen(text);
    char *out = malloc(n + 1);
    if (out == NULL) return NULL;
    for (size_t i = 0; i < n; i++)
        out[i] = text[n - 1 - i];
    out[n] = '\0';
    free(out);
    return out;
}

void show_reversed(const char *text)
{
    char *r = reversed(text);
    if (r != NULL) {
        printf("%s\n", r);
    }
}
