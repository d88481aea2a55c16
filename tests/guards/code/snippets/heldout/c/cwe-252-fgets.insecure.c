#include <stdio.h>
#include <string.h>

void ask(char *name, int size)
{
    printf("Name: ");
    fgets(name, size, stdin);
    name[strcspn(name, "\n")] = '\0';
}
