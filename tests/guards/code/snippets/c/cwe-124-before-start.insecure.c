#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void fill_title(void)
{
    char *data;
    char *buffer = (char *)malloc(100 * sizeof(char));
    char source[100];
    if (buffer == NULL) { exit(-1); }
    memset(buffer, 'A', 99);
    buffer[99] = '\0';
    data = buffer - 8;
    memset(source, 'C', 99);
    source[99] = '\0';
    strcpy(data, source);
    puts(data);
    free(buffer);
}
