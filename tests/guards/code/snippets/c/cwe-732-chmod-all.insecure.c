#include <stdio.h>
#include <sys/stat.h>

int prepare_spool(const char *dir) {
    umask(0);
    if (mkdir(dir, 0777) != 0) return -1;
    return 0;
}
