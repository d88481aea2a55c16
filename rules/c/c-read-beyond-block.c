#include <stdio.h>
#include <string.h>

void shorter(void) {
    char source[16], target[64];
    memset(source, 'a', 15);
    source[15] = '\0';
    // ruleid: c-read-beyond-block
    memcpy(target, source, sizeof target);
    // ok: c-read-beyond-block
    memcpy(target, source, sizeof source);
    // memcpy(target, source, 64);
}

int sum(void) {
    int values[5] = {1, 2, 3, 4, 5}, total = 0;
    for (int i = 0; i <= 5; i++)
        // ruleid: c-read-beyond-block
        total += values[i];
    for (int i = 0; i < 5; i++)
        // ok: c-read-beyond-block
        total += values[i];
    const int *end = values + 5;
    // ruleid: c-read-beyond-block
    return total + *end;
}
