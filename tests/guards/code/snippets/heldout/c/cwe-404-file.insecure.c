#include <stdio.h>

long count_lines(const char *path)
{
    FILE *file = fopen(path, "r");
    if (!file)
        return -1;
    long lines = 0;
    int c;
    while ((c = fgetc(file)) != EOF) {
        if (c == '\0') {
            return -1;
        }
        if (c == '\n')
            lines++;
    }
    fclose(file);
    return lines;
}
