#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int port(const char *path) {
    char *line = malloc(256);
    if (line == NULL) return -1;
    FILE *f = fopen(path, "r");
    if (f == NULL) {
        // ruleid: c-leak-on-return
        return -1;
    }
    while (fgets(line, 256, f)) {
        if (line[0] == 'p') {
            fclose(f);
            // ruleid: c-leak-on-return
            return atoi(line + 1);
        }
    }
    fclose(f);
    free(line);
    return 0;
}

int port_right(const char *path) {
    char *line = malloc(256);
    if (line == NULL) {
        // ok: c-leak-on-return
        return -1;
    }
    FILE *f = fopen(path, "r");
    if (f == NULL) {
        free(line);
        // ok: c-leak-on-return
        return -1;
    }
    fclose(f);
    free(line);
    return 0;
    // char *line = malloc(256); return -1;
}
