#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void search_for(char wanted)
{
    char *data = (char *)malloc(100 * sizeof(char));
    if (data == NULL) { exit(-1); }
    strcpy(data, "Fixed String");
    for (size_t i = 0; i < strlen(data); i++)
    {
        if (data[i] == wanted)
        {
            puts("found");
            break;
        }
    }
    free(data);
}
