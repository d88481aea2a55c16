#include <stdio.h>
#include <stdlib.h>

FILE *open_config(const char *name)
{
    char path[128];
    const char *home = getenv("HOME");
    if (home == NULL)
        home = "/root";
    int n = snprintf(path, sizeof(path), "%s/.config/%s.conf", home, name);
    if (n < 0 || (size_t)n >= sizeof(path))
        return NULL;
    return fopen(path, "r");
}
