#include <stdio.h>
#include <string.h>

struct perms {
    int read;
    int write;
    int admin;
};

int load_perms(const char *role, struct perms *out)
{
    struct perms p;
    if (strcmp(role, "reader") == 0) {
        p.read = 1;
    } else if (strcmp(role, "editor") == 0) {
        p.read = 1;
        p.write = 1;
    }
    *out = p;
    return p.admin;
}
