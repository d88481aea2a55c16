#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int print_upper(const char *word)
{
    char *copy = strdup(word);
    if (copy == NULL) {
        return -1;
    }
    for (char *c = copy; *c; c++) {
        if (*c >= 'a' && *c <= 'z') *c -= 32;
    }
    printf("%s\n", copy);
    return 0;
}
