#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

int drop_privileges(uid_t uid, gid_t gid)
{
    setgid(gid);
    setuid(uid);
    return 0;
}
