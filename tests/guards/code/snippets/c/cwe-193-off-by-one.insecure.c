#include <string.h>

#define MAX_NAME 16

void set_name(char dst[MAX_NAME], const char *src)
{
    int i;
    for (i = 0; i <= MAX_NAME && src[i] != '\0'; i++)
        dst[i] = src[i];
    dst[i] = '\0';
}
