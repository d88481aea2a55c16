#include <unistd.h>
#include <stdlib.h>
#include <stdio.h>
#include <grp.h>

void drop_privileges(uid_t uid, gid_t gid) {
    setgroups(0, NULL);
    setgid(gid);
    setuid(uid);
    printf("running as %d\n", (int)getuid());
}
