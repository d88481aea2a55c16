#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <limits.h>

#define DOC_ROOT "/srv/docs"

char *load_document(const char *name) {
    char path[PATH_MAX];
    snprintf(path, sizeof(path), "%s/%s", DOC_ROOT, name);
    char resolved[PATH_MAX];
    if (realpath(path, resolved) == NULL) return NULL;
    if (strncmp(resolved, DOC_ROOT "/", strlen(DOC_ROOT) + 1) != 0) return NULL;
    FILE *fp = fopen(resolved, "rb");
    if (!fp) return NULL;
    fseek(fp, 0, SEEK_END);
    long size = ftell(fp);
    if (size < 0 || size > 10 * 1024 * 1024) { fclose(fp); return NULL; }
    rewind(fp);
    char *data = malloc((size_t)size + 1);
    if (!data) { fclose(fp); return NULL; }
    size_t got = fread(data, 1, (size_t)size, fp);
    data[got] = '\0';
    fclose(fp);
    return data;
}
