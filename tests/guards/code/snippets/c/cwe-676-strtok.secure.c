#include <stdio.h>
#include <string.h>

void greet(void)
{
    char name[20];
    if (scanf("%19s", name) != 1)
        return;
    printf("Hello %s\n", name);
}
