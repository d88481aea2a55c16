#include <stdio.h>
#include <string.h>
#include <ctype.h>

int count_words(const char *text) {
    int words = 0, inside = 0;
    for (; *text; text++) {
        if (isspace((unsigned char)*text)) inside = 0;
        else if (!inside) { inside = 1; words++; }
    }
    return words;
}

int main(int argc, char **argv) {
    if (argc < 2) {
        fprintf(stderr, "usage: %s file\n", argv[0]);
        return 1;
    }
    FILE *f = fopen(argv[1], "r");
    if (!f) {
        perror(argv[1]);
        return 1;
    }
    char line[1024];
    int total = 0;
    while (fgets(line, sizeof line, f))
        total += count_words(line);
    fclose(f);
    printf("%d words\n", total);
    return 0;
}
