#include <stdio.h>

int count_lines(const char *path) {
    FILE *fp = fopen(path, "r");
    int c, lines = 0;
    if (fp == NULL) return -1;
    while ((c = fgetc(fp)) != EOF)
        if (c == '\n') lines++;
    fclose(fp);
    return lines;
}
