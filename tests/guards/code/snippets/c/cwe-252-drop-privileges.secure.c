#include <unistd.h>
#include <stdlib.h>
#include <stdio.h>
#include <grp.h>

void drop_privileges(uid_t uid, gid_t gid) {
    if (setgroups(0, NULL) != 0 || setgid(gid) != 0 || setuid(uid) != 0) {
        perror("drop privileges");
        exit(1);
    }
    printf("running as %d\n", (int)getuid());
}
