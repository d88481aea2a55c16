#include <stdio.h>

int skip_line(FILE *in)
{
    char c;
    while ((c = fgetc(in)) != '\n')
        ;
    return c;
}
