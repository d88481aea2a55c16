#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int load_config(const char *path, int *port) {
    FILE *f = fopen(path, "r");
    if (!f) return -1;
    char *line = malloc(256);
    if (!line) { fclose(f); return -1; }
    while (fgets(line, 256, f)) {
        if (strncmp(line, "port=", 5) == 0) {
            *port = atoi(line + 5);
            fclose(f);
            return 0;
        }
    }
    free(line);
    fclose(f);
    return -1;
}
