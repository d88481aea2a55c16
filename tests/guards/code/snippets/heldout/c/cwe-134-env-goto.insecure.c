#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void show_banner(void)
{
    char banner[100] = "";
    char *text;
    size_t used;
    text = banner;
    goto source;
source:
    used = strlen(text);
    char *value = getenv("APP_BANNER");
    if (value != NULL)
        strncat(text + used, value, 100 - used - 1);
    goto sink;
sink:
    fprintf(stdout, text);
}
