#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct point { int x, y; };

struct point *point_new(int x) {
    struct point *p = malloc(sizeof *p);
    // ruleid: c-null-dereference
    p->x = x;
    return p;
}

struct point *point_new_right(int x) {
    struct point *p = malloc(sizeof *p);
    if (p == NULL) return NULL;
    // ok: c-null-dereference
    p->x = x;
    return p;
}

int lines(const char *path) {
    FILE *f = fopen(path, "r");
    int n = 0, c;
    // ruleid: c-null-dereference
    while ((c = fgetc(f)) != EOF) n += c == '\n';
    return n;
}

int lines_right(const char *path) {
    FILE *f;
    int n = 0, c;
    if (!(f = fopen(path, "r"))) {
        perror("fopen");
        exit(1);
    }
    // ok: c-null-dereference
    while ((c = fgetc(f)) != EOF) n += c == '\n';
    return n;
}

size_t home(void) {
    const char *h = getenv("HOME");
    // ok: c-null-dereference
    return h && *h ? strlen(h) : 0;
    // malloc(3)->x
}
