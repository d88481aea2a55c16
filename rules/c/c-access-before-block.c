#include <stdlib.h>
#include <string.h>

void early(void) {
    char *room = malloc(64), *to;
    if (room == NULL) return;
    to = room - 8;
    // ruleid: c-access-before-block
    memset(to, 'x', 8);
    to = room + 8;
    // ok: c-access-before-block
    memset(to - 8, 'x', 8);
    // ruleid: c-access-before-block
    to[-9] = '\0';
    // memset(room - 8, 'x', 8);
    free(room);
}

void down(void) {
    int values[8];
    for (int i = 7; i >= 0; i--)
        // ok: c-access-before-block
        values[i] = i;
    for (int i = 7; i >= -1; i--)
        // ruleid: c-access-before-block
        values[i] = 0;
}
