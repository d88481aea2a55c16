#include <stdio.h>
#include <string.h>

void greet(void)
{
    char name[20];
    scanf("%s", name);
    printf("Hello %s\n", name);
}
