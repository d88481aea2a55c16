#include <stdint.h>
#include <stdlib.h>

struct item { int a, b; };

struct item *items(size_t n) {
    // ruleid: c-multiplied-allocation
    return malloc(n * sizeof(struct item));
}

unsigned char *pixels(uint32_t width, uint32_t height) {
    // ruleid: c-multiplied-allocation
    return malloc(width * height * 4);
}

struct item *items_right(size_t n) {
    if (n > SIZE_MAX / sizeof(struct item)) return NULL;
    // ok: c-multiplied-allocation
    return malloc(n * sizeof(struct item));
}

int *ten(void) {
    int n = 10;
    // ok: c-multiplied-allocation
    int *fixed = malloc(n * sizeof(int));
    // ok: c-multiplied-allocation
    return fixed ? fixed : calloc(n, sizeof(int));
    // malloc(n * sizeof(int))
}

double **rows(int count) {
    // ok: c-multiplied-allocation
    return malloc(count * sizeof(double *));
}
