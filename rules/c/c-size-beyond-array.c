#include <stdio.h>
#include <string.h>
#define SIZE 16

void f(const char *text, FILE *in)
{
    char a[10];
    char b[SIZE];
    // ruleid: c-size-beyond-array
    strncpy(a, text, 20);
    // ruleid: c-size-beyond-array
    fgets(b, 64, in);
    // ok: c-size-beyond-array
    strncpy(a, text, 9);
    // ok: c-size-beyond-array
    fgets(b, SIZE, in);
    // memset(a, 0, 100);
}
