#include <stdio.h>
#include <string.h>

void list(const char *a)
{
    char line[64];
    strncat(line, a, sizeof(line) - 1);
    puts(line);
}
