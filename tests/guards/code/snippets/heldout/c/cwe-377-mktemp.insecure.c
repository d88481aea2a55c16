#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

FILE *scratch(void)
{
    char name[] = "/tmp/scratchXXXXXX";
    if (mktemp(name) == NULL)
        return NULL;
    return fopen(name, "w+");
}
