#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

int lock(void) {
    char name[64];
    snprintf(name, sizeof name, "/tmp/app.%d", (int)getpid());
    // ruleid: c-predictable-temp-name
    return open(name, O_CREAT | O_WRONLY, 0600);
}

FILE *report(void) {
    // ruleid: c-predictable-temp-name
    return fopen("/tmp/report.txt", "w");
}

int lock_right(void) {
    char name[64];
    snprintf(name, sizeof name, "/tmp/app.%d", (int)getpid());
    // ok: c-predictable-temp-name
    return open(name, O_CREAT | O_EXCL | O_WRONLY, 0600);
}

FILE *read_it(void) {
    // ok: c-predictable-temp-name
    return fopen("/etc/report.txt", "w");
    // fopen("/tmp/report.txt", "w")
}
