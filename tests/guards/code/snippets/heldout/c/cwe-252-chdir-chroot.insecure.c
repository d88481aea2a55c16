#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

void enter_jail(const char *dir)
{
    chroot(dir);
    chdir("/");
}
