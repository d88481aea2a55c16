#include <limits.h>
#include <stdio.h>
#include <stdlib.h>

void store_level(const char *text)
{
    int data = atoi(text);
    if (data < CHAR_MIN || data > CHAR_MAX) {
        fprintf(stderr, "level out of range\n");
        return;
    }
    char level = (char)data;
    printf("level %d\n", level);
}

int main(int argc, char **argv)
{
    if (argc > 1) store_level(argv[1]);
    return 0;
}
