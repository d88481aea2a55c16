#include <stdio.h>

int skip_line(FILE *in)
{
    int c;
    while ((c = fgetc(in)) != '\n' && c != EOF)
        ;
    return c;
}
