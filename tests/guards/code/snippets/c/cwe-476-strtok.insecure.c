#include <stdio.h>
#include <string.h>
#include <stdlib.h>

int read_port(char *line) {
    char *host = strtok(line, ":");
    char *port = strtok(NULL, ":");
    printf("host %s\n", host);
    return atoi(port);
}
