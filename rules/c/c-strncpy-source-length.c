#include <string.h>

struct user { char name[16]; };

void set(struct user *u, const char *name) {
    // ruleid: c-strncpy-source-length
    strncpy(u->name, name, strlen(name));
    // ruleid: c-strncpy-source-length
    strncat(u->name, name, strlen(name));
}

void set_right(struct user *u, const char *name) {
    // ok: c-strncpy-source-length
    strncpy(u->name, name, sizeof u->name - 1);
    u->name[sizeof u->name - 1] = '\0';
    // ok: c-strncpy-source-length
    strncat(u->name, name, sizeof u->name - strlen(u->name) - 1);
    // strncpy(u->name, name, strlen(name));
}
