#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>
#include <fcntl.h>

int lock(void) {
    char name[64];
    sprintf(name, "/tmp/myapp.%d", (int)getpid());
    return open(name, O_CREAT | O_WRONLY, 0644);
}
