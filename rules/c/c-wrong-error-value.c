#include <stdio.h>

int save(FILE *out, const char *name) {
    // ruleid: c-wrong-error-value
    if (fputs(name, out) == 0) return -1;
    // ok: c-wrong-error-value
    if (fputs(name, out) == EOF) return -1;
    // ruleid: c-wrong-error-value
    if (fwrite(name, 1, 4, out) < 0) return -1;
    // ok: c-wrong-error-value
    if (fwrite(name, 1, 4, out) < 4) return -1;
    // fputs(name, out) == 0
    return 0;
}
