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
    text = malloc(100);
    if (text == NULL) return;
    memset(text, 'A', 99);
    text[99] = '\0';
    print_and_free(text);
}
