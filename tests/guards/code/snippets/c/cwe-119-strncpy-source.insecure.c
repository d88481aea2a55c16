#include <string.h>
#include <stdio.h>

struct user { char name[16]; };

void set_name(struct user *u, const char *name) {
    strncpy(u->name, name, strlen(name));
}
