#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int config_path(char *out, size_t n)
{
    const char *home = getenv("HOME");
    if (home == NULL)
        return -1;
    size_t len = strlen(home);
    if (len + 10 > n)
        return -1;
    memcpy(out, home, len);
    memcpy(out + len, "/.apprc", 8);
    return 0;
}
