#include <stdio.h>
#include <string.h>
#include <ctype.h>

static int plain(const char *text)
{
    for (; *text; text++)
        if (!isalnum((unsigned char)*text) && *text != '.')
            return 0;
    return 1;
}

FILE *resolve(char *host)
{
    char command[300];
    if (!plain(host))
        return NULL;
    snprintf(command, sizeof(command), "host %.255s", host);
    return popen(command, "r");
}
