#include <stdlib.h>

static void decode(const char *from, char *to) {
    while (*from) {
        if (*from == '+') {
            *to++ = ' ';
            from++;
        } else {
            // ruleid: c-unbounded-loop-copy
            *to++ = *from++;
        }
    }
    *to = '\0';
}

static void decode_right(const char *from, char *to, size_t size) {
    char *end = to + size - 1;
    while (*from && to < end) {
        // ok: c-unbounded-loop-copy
        *to++ = *from++;
    }
    *to = '\0';
}

static void copy(const char *from, char *to) {
    while (*from) {
        // ok: c-unbounded-loop-copy
        *to++ = *from++;
    }
}

int main(int argc, char **argv) {
    char value[128], name[16], own[8];
    const char *query = getenv("QUERY_STRING");
    if (!query) return 1;
    decode(query, value);
    decode_right(query, value, sizeof value);
    copy("on", own);
    char *to = name;
    for (const char *p = argv[1]; *p; p++)
        // ruleid: c-unbounded-loop-copy
        *to++ = *p;
    // *to++ = *query;
    return 0;
}
