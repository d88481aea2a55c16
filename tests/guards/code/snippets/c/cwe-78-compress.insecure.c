#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>
#include <sys/wait.h>

int compress_folder(const char *folder) {
    char cmd[512];
    snprintf(cmd, sizeof cmd, "tar czf backup.tgz %s", folder);
    int rc = system(cmd);
    return rc == 0 ? 0 : -1;
}
