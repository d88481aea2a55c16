#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void sink(char *data)
{
    char source[100];
    memset(source, 'C', 99);
    source[99] = '\0';
    strcpy(data, source);
    printf("%s\n", data);
    free(data);
}

void run(void)
{
    char *data = (char *)malloc(50 * sizeof(char));
    if (data == NULL)
        exit(1);
    data[0] = '\0';
    sink(data);
}
