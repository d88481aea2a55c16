#include <stdlib.h>
#include <string.h>

int append(struct text *t, const char *s) {
    size_t n = strlen(s);
    if (t->used + n > t->room) {
        // ruleid: c-grown-once
        char *grown = realloc(t->at, t->room * 2);
        if (!grown) return -1;
        t->at = grown;
        t->room *= 2;
    }
    memcpy(t->at + t->used, s, n);
    t->used += n;
    return 0;
}

int append_counted(struct text *t, const char *s, size_t n) {
    if (t->used + n + 1 >= t->room) {
        // ruleid: c-grown-once
        t->at = realloc(t->at, 2 * t->room);
    }
    memcpy(t->at + t->used, s, n);
    return 0;
}

int append_right(struct text *t, const char *s) {
    size_t n = strlen(s), room = t->room;
    while (t->used + n > room) room *= 2;
    // ok: c-grown-once
    char *grown = realloc(t->at, room);
    if (!grown) return -1;
    memcpy(grown + t->used, s, n);
    return 0;
}

int put(struct text *t, char c) {
    if (t->used + 1 > t->room) {
        // ok: c-grown-once
        char *grown = realloc(t->at, t->room * 2);
        if (!grown) return -1;
        t->at = grown;
    }
    t->at[t->used++] = c;
    return 0;
    // realloc(t->at, t->room * 2);
}
