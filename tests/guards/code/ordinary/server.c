#include <arpa/inet.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#define PORT 8080

int main(void) {
    char buffer[1024] = {0};
    const char *hello = "Hello from server";
    struct sockaddr_in address;
    int fd = socket(AF_INET, SOCK_STREAM, 0);
    if (fd < 0) { perror("socket"); exit(EXIT_FAILURE); }
    memset(&address, 0, sizeof(address));
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    address.sin_port = htons(PORT);
    if (bind(fd, (struct sockaddr *)&address, sizeof(address)) < 0) { perror("bind"); close(fd); exit(EXIT_FAILURE); }
    if (listen(fd, 3) < 0) { perror("listen"); close(fd); exit(EXIT_FAILURE); }
    int client = accept(fd, NULL, NULL);
    if (client < 0) { perror("accept"); close(fd); exit(EXIT_FAILURE); }
    ssize_t got = read(client, buffer, sizeof(buffer) - 1);
    if (got > 0) {
        buffer[got] = '\0';
        printf("%s\n", buffer);
        send(client, hello, strlen(hello), 0);
    }
    close(client);
    close(fd);
    return 0;
}
