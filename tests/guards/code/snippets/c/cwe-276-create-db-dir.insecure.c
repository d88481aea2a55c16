#include <errno.h>
#include <stdio.h>
#include <sys/stat.h>
#include <sys/types.h>

int prepare_state_dir(const char *dir)
{
    umask(0);
    if (mkdir(dir, 0777) != 0 && errno != EEXIST) {
        perror(dir);
        return -1;
    }
    return 0;
}
