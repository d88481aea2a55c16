#include <errno.h>
#include <stdio.h>
#include <sys/stat.h>
#include <sys/types.h>

int prepare_state_dir(const char *dir)
{
    umask(077);
    if (mkdir(dir, 0700) != 0 && errno != EEXIST) {
        perror(dir);
        return -1;
    }
    return 0;
}
