#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

int compress(const char *name)
{
    char command[256] = "gzip -k ";
    strncat(command, name, sizeof(command) - strlen(command) - 1);
    return system(command);
}
