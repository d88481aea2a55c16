#include <stdio.h>
#include <unistd.h>

struct header { unsigned magic, count; };

int header(FILE *in, struct header *out) {
    // ruleid: c-unchecked-result
    fread(out, sizeof *out, 1, in);
    // ok: c-unchecked-result
    if (fread(out, sizeof *out, 1, in) != 1) return -1;
    // ok: c-unchecked-result
    size_t got = fread(out, sizeof *out, 1, in);
    // fread(out, 1, 1, in);
    return got == 1;
}

int rotate(void) {
    // ruleid: c-unchecked-result
    rename("today.log", "old.log");
    // ok: c-unchecked-result
    return rename("today.log", "old.log");
}
