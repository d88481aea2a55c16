#include <stdlib.h>
#include <string.h>

int count_words(const char *text) {
    char *copy = strdup(text);
    if (copy == NULL) return -1;
    int n = 0;
    if (copy[0] == '\0') {
        return 0;
    }
    for (char *w = strtok(copy, " "); w; w = strtok(NULL, " ")) n++;
    free(copy);
    return n;
}
