#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>
#include <fcntl.h>

int lock(void) {
    char name[64];
    snprintf(name, sizeof name, "/tmp/myapp.XXXXXX");
    return mkstemp(name);
}
