#include <limits.h>
#include <stdio.h>
#include <stdlib.h>

char level(const char *text) {
    int number = atoi(text);
    // ruleid: c-truncated-number
    return (char)number;
}

short part(void) {
    int number;
    if (scanf("%d", &number) != 1) return 0;
    // ruleid: c-truncated-number
    short cut = (short)number;
    if (number < SHRT_MIN || number > SHRT_MAX) return 0;
    // ok: c-truncated-number
    return cut + (short)number;
}

char known(int letter) {
    // ok: c-truncated-number
    return (char)letter;
    // (char)number
}
