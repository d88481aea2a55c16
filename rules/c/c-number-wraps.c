#include <limits.h>
#include <stdio.h>

void next(void) {
    char letter = CHAR_MAX;
    // ruleid: c-number-wraps
    char after = letter + 1;
    int number = INT_MAX;
    // ok: c-number-wraps
    long wide = (long)number + 1;
    // ruleid: c-number-wraps
    number++;
    if (letter < CHAR_MAX)
        // ok: c-number-wraps
        after = letter + 1;
    printf("%d %d %ld\n", after, number, wide);
    // number + 1
}

void fewer(void) {
    unsigned int left = 0;
    // ruleid: c-number-wraps
    left -= 1;
    printf("%u\n", left);
}
