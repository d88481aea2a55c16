#include <stdio.h>
#include <string.h>

void ask(char *name, int size)
{
    printf("Name: ");
    if (fgets(name, size, stdin) == NULL) {
        name[0] = '\0';
        return;
    }
    name[strcspn(name, "\n")] = '\0';
}
