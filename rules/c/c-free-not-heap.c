#include <stdlib.h>

void f(void)
{
    char a[10];
    char *b = malloc(10);
    // ruleid: c-free-not-heap
    free(a);
    // ruleid: c-free-not-heap
    free(b + 2);
    // ok: c-free-not-heap
    free(b);
    char *c[2] = {0};
    // ok: c-free-not-heap
    free(c[0]);
    // free(a);
}
