#include <stdio.h>
#include <string.h>

int show_note(const char *user, const char *note) {
    char path[300];
    int c;
    for (const char *p = note; *p; p++)
        if (*p == '/' || *p == '.') return -1;
    sprintf(path, "notes/%.100s/%.100s.txt", user, note);
    FILE *in = fopen("notes/all.txt", "r");
    if (in == NULL) return -1;
    while ((c = getc(in)) != EOF) putchar(c);
    fclose(in);
    return 0;
}
