#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void prefix(const char *text, const char *from) {
    char to[64];
    short length = (short)atoi(text);
    if (length < 64)
        // ruleid: c-negative-size
        strncpy(to, from, length);
    if (length >= 0 && length < 64)
        // ok: c-negative-size
        strncpy(to, from, length);
}

void room(void) {
    int wanted;
    if (fscanf(stdin, "%d", &wanted) != 1 || wanted > 4096) return;
    // ruleid: c-negative-size
    char *room = malloc(wanted);
    free(room);
    if (wanted <= 0) return;
    // ok: c-negative-size
    room = malloc(wanted);
    free(room);
    size_t size = strtol("12", NULL, 10);
    // ok: c-negative-size
    room = malloc(size);
    free(room);
    // malloc(wanted)
}
