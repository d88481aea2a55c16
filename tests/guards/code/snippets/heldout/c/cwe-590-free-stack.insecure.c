#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void print_and_free(char *text)
{
    printf("%s\n", text);
    free(text);
}

void hello(void)
{
    char *text;
    char buffer[100];
    memset(buffer, 'A', 99);
    buffer[99] = '\0';
    text = buffer;
    print_and_free(text);
}
