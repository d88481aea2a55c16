#include <stdio.h>

void report(FILE *out, char *user_text) {
    fprintf(out, user_text);
}
