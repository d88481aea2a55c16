#define _GNU_SOURCE
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <errno.h>

char *read_all(const char *path, long *length) {
    FILE *f = fopen(path, "rb");
    if (!f) {
        fprintf(stderr, "Could not open %s: %s\n", path, strerror(errno));
        return NULL;
    }
    fseek(f, 0, SEEK_END);
    long size = ftell(f);
    rewind(f);
    if (size < 0) { fclose(f); return NULL; }
    char *data = malloc(size + 1);
    if (!data) { fclose(f); return NULL; }
    size_t got = fread(data, 1, size, f);
    data[got] = '\0';
    fclose(f);
    *length = (long)got;
    return data;
}

int main(void) {
    char *line = NULL;
    size_t cap = 0;
    ssize_t n;
    while ((n = getline(&line, &cap, stdin)) != -1) {
        if (n > 0 && line[n - 1] == '\n') line[n - 1] = '\0';
        printf("%s\n", line);
    }
    free(line);
    return 0;
}
