#include <stdlib.h>

static void done(char *text) {
    // ruleid: c-free-of-array
    free(text);
}

void local(void) {
    char name[16], *text = name;
    done(text);
    text = "constant";
    // ruleid: c-free-of-array
    free(text);
    // free(name);
}

void large(size_t needed) {
    char few[64], *room = few;
    if (needed > sizeof few) {
        room = malloc(needed);
        if (room == NULL) return;
    }
    if (room != few)
        // ok: c-free-of-array
        free(room);
    char *own = malloc(16);
    // ok: c-free-of-array
    free(own);
}
