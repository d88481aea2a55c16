#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int count_matches(const char *path, const char *word)
{
    FILE *f = fopen(path, "r");
    if (!f)
        return -1;
    char *line = NULL;
    size_t cap = 0;
    int hits = 0;
    while (getline(&line, &cap, f) != -1) {
        char *copy = strdup(line);
        if (!copy)
            break;
        if (strstr(copy, word))
            hits++;
    }
    free(line);
    fclose(f);
    return hits;
}
