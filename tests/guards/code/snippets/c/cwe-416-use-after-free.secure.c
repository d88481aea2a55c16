#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int main(void) {
    char *name = strdup("session");
    if (!name) return 1;
    printf("closing %s\n", name);
    free(name);
    name = NULL;
    return 0;
}
