#include <stdlib.h>
#include <string.h>
#include <stdio.h>

char *join_path(const char *dir, const char *file) {
    size_t n = strlen(dir) + strlen(file);
    char *p = malloc(n + 2);
    if (!p) return NULL;
    sprintf(p, "%s/%s", dir, file);
    return p;
}
