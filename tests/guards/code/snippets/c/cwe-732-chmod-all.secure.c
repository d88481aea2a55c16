#include <stdio.h>
#include <sys/stat.h>

int prepare_spool(const char *dir) {
    umask(077);
    if (mkdir(dir, 0700) != 0) return -1;
    return 0;
}
