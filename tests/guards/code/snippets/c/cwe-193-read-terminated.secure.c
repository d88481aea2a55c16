#include <unistd.h>
#include <stdio.h>

void echo(int fd) {
    char buf[128];
    ssize_t n = read(fd, buf, sizeof(buf) - 1);
    if (n <= 0) return;
    buf[n] = '\0';
    printf("got: %s\n", buf);
}
