#include <string.h>
#include <stdio.h>

struct user { char name[16]; };

void set_name(struct user *u, const char *name) {
    strncpy(u->name, name, sizeof(u->name) - 1);
    u->name[sizeof(u->name) - 1] = '\0';
}
