#include <stdio.h>
#include <string.h>

FILE *open_page(const char *request)
{
    char path[512];
    const char *name = request + 5;
    if (strstr(name, "..") != NULL || name[0] == '/')
        return NULL;
    snprintf(path, sizeof(path), "/var/www/%s", name);
    return fopen(path, "r");
}
