#include <stdlib.h>
#include <string.h>

char *join(const char *first, const char *second)
{
    size_t a = strlen(first);
    size_t b = strlen(second);
    char *result = malloc(a + b + 1);
    if (result == NULL)
        return NULL;
    memcpy(result, first, a);
    strcpy(result + a, second);
    return result;
}
