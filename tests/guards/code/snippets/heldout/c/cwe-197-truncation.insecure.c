#include <limits.h>
#include <stdio.h>
#include <stdlib.h>

void store_level(const char *text)
{
    int data = atoi(text);
    char level = (char)data;
    printf("level %d\n", level);
}

int main(int argc, char **argv)
{
    if (argc > 1) store_level(argv[1]);
    return 0;
}
