#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int main(void) {
    char *name = strdup("session");
    if (!name) return 1;
    free(name);
    printf("closing %s\n", name);
    return 0;
}
