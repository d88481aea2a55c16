#include <stdio.h>
#include <stdlib.h>
#include <errno.h>
#include <limits.h>

int main(int argc, char **argv) {
    if (argc < 2) return 1;
    int count = atoi(argv[1]);
    int *items = malloc(count * sizeof(int));
    if (!items) return 1;
    for (int i = 0; i < count; i++) items[i] = i;
    printf("%d\n", items[count - 1]);
    free(items);
    return 0;
}
