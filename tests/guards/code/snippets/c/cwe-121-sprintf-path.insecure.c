#include <stdio.h>
#include <stdlib.h>

FILE *open_config(const char *name)
{
    char path[128];
    const char *home = getenv("HOME");
    if (home == NULL)
        home = "/root";
    sprintf(path, "%s/.config/%s.conf", home, name);
    return fopen(path, "r");
}
