#include <stdio.h>

int count_lines(const char *path)
{
    int lines = 0, c;
    FILE *file = fopen(path, "r");
    if (file == NULL)
        return -1;
    while ((c = fgetc(file)) != EOF) {
        if (c == '\n')
            lines++;
    }
    fclose(file);
    return lines;
}

int main(int argc, char **argv)
{
    for (int i = 1; i < argc; i++)
        printf("%s: %d\n", argv[i], count_lines(argv[i]));
    return 0;
}
