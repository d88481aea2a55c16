#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <arpa/inet.h>

int *items(char **argv) {
    int n = atoi(argv[1]);
    // ruleid: c-number-as-size
    return malloc(n * sizeof(int));
}

int *items_right(char **argv) {
    int n = atoi(argv[1]);
    if (n < 1 || n > 1000) return NULL;
    // ok: c-number-as-size
    return malloc(n * sizeof(int));
}

char *frame(FILE *in) {
    uint32_t size;
    if (fread(&size, sizeof size, 1, in) != 1) return NULL;
    size = ntohl(size);
    // ruleid: c-number-as-size
    return malloc(size);
}

char *frame_right(FILE *in) {
    uint32_t size;
    if (fread(&size, sizeof size, 1, in) != 1) return NULL;
    size = ntohl(size);
    if (size > 65536) return NULL;
    // ok: c-number-as-size
    return malloc(size);
    // malloc(atoi("3"));
}
