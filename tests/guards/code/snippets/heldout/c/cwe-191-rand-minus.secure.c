#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/socket.h>

void take_from_stock(int sock)
{
    char message[32];
    unsigned int stock = 0;
    int got = recv(sock, message, sizeof(message) - 1, 0);
    if (got <= 0) return;
    message[got] = '\0';
    stock = strtoul(message, NULL, 10);
    if (stock > 0) stock--;
    printf("left: %u\n", stock);
}
