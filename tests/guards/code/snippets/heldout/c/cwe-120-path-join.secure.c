#include <string.h>
#include <stdio.h>

void full_name(char out[64], const char *first, const char *last) {
    snprintf(out, 64, "%s %s", first, last);
}
