#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void make_room(void)
{
    char line[32];
    size_t wanted = 0;
    if (fgets(line, sizeof(line), stdin) != NULL)
        wanted = strtoul(line, NULL, 0);
    const char *hello = "hello";
    if (wanted > strlen(hello) && wanted < 100)
    {
        char *room = (char *)malloc(wanted * sizeof(char));
        if (room == NULL) { exit(-1); }
        strcpy(room, hello);
        puts(room);
        free(room);
    }
    else
    {
        puts("too small or too large");
    }
}
