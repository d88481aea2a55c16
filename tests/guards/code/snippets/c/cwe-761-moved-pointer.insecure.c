#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void search_for(char wanted)
{
    char *data = (char *)malloc(100 * sizeof(char));
    if (data == NULL) { exit(-1); }
    strcpy(data, "Fixed String");
    for (; *data != '\0'; data++)
    {
        if (*data == wanted)
        {
            puts("found");
            break;
        }
    }
    free(data);
}
