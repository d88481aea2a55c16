#include <stdio.h>

void report(FILE *out, char *user_text) {
    fputs(user_text, out);
}
