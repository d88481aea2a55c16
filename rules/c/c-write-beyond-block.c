#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct record { char name[16]; int age; };

void alias(void) {
    char few[8], many[64], *to;
    to = few;
    // ruleid: c-write-beyond-block
    memset(to, 'x', 64);
    to = many;
    // ok: c-write-beyond-block
    memset(to, 'x', 64);
    // memset(few, 'x', 64);
}

void loop(void) {
    int *squares = malloc(10 * sizeof(int));
    if (squares == NULL) return;
    for (int i = 0; i < 10; i++)
        // ok: c-write-beyond-block
        squares[i] = i * i;
    for (int i = 0; i <= 10; i++)
        // ruleid: c-write-beyond-block
        squares[i] = 0;
    for (int i = 0; i < 64; i++) {
        if (i == 10) break;
        // ok: c-write-beyond-block
        squares[i] = 1;
    }
    free(squares);
}

static void put(char *to) {
    // ruleid: c-write-beyond-block
    strcpy(to, "far too long");
}

void through_helper(void) {
    char room[8];
    put(room);
}

void field(struct record *r, const char *name) {
    // ruleid: c-write-beyond-block
    strncpy(r->name, name, 64);
    // ok: c-write-beyond-block
    strncpy(r->name, name, sizeof r->name - 1);
    // ruleid: c-write-beyond-block
    r->name[16] = '\0';
    // ok: c-write-beyond-block
    r->name[sizeof r->name - 1] = '\0';
}
