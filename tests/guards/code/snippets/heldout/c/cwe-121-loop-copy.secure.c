#include <stdio.h>

void read_token(const char *input, char *stop)
{
    char token[64];
    int i = 0;
    while (*input != '\0' && *input != ' ' && i < (int)sizeof(token) - 1) {
        token[i++] = *input++;
    }
    token[i] = '\0';
    puts(token);
    *stop = *input;
}
