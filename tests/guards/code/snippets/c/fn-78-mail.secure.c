#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int notify(const char *address, const char *subject)
{
    char line[512];
    for (const char *c = address; *c; c++)
        if (strchr("abcdefghijklmnopqrstuvwxyz0123456789@.", *c) == NULL)
            return -1;
    snprintf(line, sizeof(line), "mail -s 'note' %s < /etc/motd", address);
    return system(line);
}
