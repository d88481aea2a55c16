#include <stdlib.h>
#include <string.h>

void copy(char *source) {
    char buffer[16];
    // ruleid: c-unbounded-copy
    strcpy(buffer, source);
    // ruleid: c-unbounded-copy
    strcat(buffer, source);
}

char *twin(const char *s) {
    char *out = malloc(strlen(s) + 1);
    if (!out) return NULL;
    // ok: c-unbounded-copy
    strcpy(out, s);
    return out;
}

void short_enough(char *source) {
    char buffer[16];
    if (strlen(source) >= sizeof buffer) return;
    // ok: c-unbounded-copy
    strcpy(buffer, source);
    // ok: c-unbounded-copy
    strcpy(buffer, "constant");
    // strcpy(buffer, source);
}

struct person { char name[16]; };

void known_to_fit(struct person *p) {
    char title[16] = "Dr. ", line[64], month[10];
    // ok: c-unbounded-copy
    strcpy(month, "January");
    // ok: c-unbounded-copy
    strcpy(line, p->name);
    // ok: c-unbounded-copy
    strcpy(line, title);
    // ok: c-unbounded-copy
    strcat(line, p->name);
    // ruleid: c-unbounded-copy
    strcpy(month, p->name);
}

static void hand_on(char *to) {
    char from[8] = "seven..";
    // ok: c-unbounded-copy
    strcpy(to, from);
}

char *both(const char *first, const char *second) {
    size_t a = strlen(first), b = strlen(second);
    char room[8], *out = malloc(a + b + 1);
    if (out == NULL) return NULL;
    hand_on(room);
    memcpy(out, first, a);
    // ok: c-unbounded-copy
    strcpy(out + a, second);
    return out;
}
