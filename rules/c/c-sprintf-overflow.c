#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void greet(const char *name) {
    char line[32];
    // ruleid: c-sprintf-overflow
    sprintf(line, "Hello, %s!", name);
    // ruleid: c-sprintf-overflow
    sprintf(line, "%-10s|", name);
    // ok: c-sprintf-overflow
    snprintf(line, sizeof line, "Hello, %s!", name);
    // ok: c-sprintf-overflow
    sprintf(line, "%d", 3);
    // sprintf(line, "%s", name);
}

char *path(const char *dir, const char *file) {
    char *out = malloc(strlen(dir) + strlen(file) + 2);
    if (!out) return NULL;
    // ok: c-sprintf-overflow
    sprintf(out, "%s/%s", dir, file);
    return out;
}

struct person { char name[16]; };

void known_to_fit(struct person *p) {
    char line[64], few[20];
    // ok: c-sprintf-overflow
    sprintf(line, "Hello, %s, you are %d!", p->name, 3);
    // ruleid: c-sprintf-overflow
    sprintf(few, "Hello, %s!", p->name);
    // ok: c-sprintf-overflow
    sprintf(few, "%.8s", p->name);
}
