#include <stdlib.h>
#include <string.h>

char *duplicate(const char *s) {
    char *copy = malloc(strlen(s));
    if (copy == NULL) return NULL;
    strcpy(copy, s);
    return copy;
}
