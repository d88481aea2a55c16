#include <string.h>

void f(void)
{
    char a[8];
    char b[16];
    // ruleid: c-text-beyond-array
    strcpy(a, "0123456789");
    // ruleid: c-text-beyond-array
    strcpy(b, "0123456789abcdef");
    // ok: c-text-beyond-array
    strcpy(a, "0123456");
    // ok: c-text-beyond-array
    strcpy(b, "0123456789");
    // strcpy(a, "0123456789");
}
