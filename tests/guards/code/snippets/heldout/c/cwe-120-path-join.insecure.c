#include <string.h>
#include <stdio.h>

void full_name(char out[64], const char *first, const char *last) {
    strcpy(out, first);
    strcat(out, " ");
    strcat(out, last);
}
