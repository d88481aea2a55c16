#include <stdlib.h>
#include <string.h>

int process(const char *text)
{
    char *copy = strdup(text);
    if (copy == NULL)
        return -1;
    int bad = strchr(copy, ';') != NULL;
    if (bad) {
        free(copy);
    }
    size_t length = strlen(text);
    free(copy);
    return (int)length;
}
