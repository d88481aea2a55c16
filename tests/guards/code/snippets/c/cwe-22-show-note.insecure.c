#include <stdio.h>
#include <string.h>

int show_note(const char *user, const char *note) {
    char path[300];
    int c;
    sprintf(path, "notes/%.100s/%.100s.txt", user, note);
    FILE *in = fopen(path, "r");
    if (in == NULL) return -1;
    while ((c = getc(in)) != EOF) putchar(c);
    fclose(in);
    return 0;
}
