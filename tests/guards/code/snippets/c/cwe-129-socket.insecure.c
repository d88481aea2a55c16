#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>

void handle(int fd)
{
    char input[16] = "";
    int buffer[10] = {0};
    ssize_t got = recv(fd, input, sizeof(input) - 1, 0);
    if (got <= 0)
        return;
    input[got] = '\0';
    int slot = atoi(input);
    if (slot >= 0)
        buffer[slot] = 1;
    printf("%d\n", buffer[0]);
}
