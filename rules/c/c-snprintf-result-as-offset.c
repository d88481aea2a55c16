#include <stdio.h>

void report(const char *one, const char *two) {
    char line[64];
    int at = 0;
    // ruleid: c-snprintf-result-as-offset
    at += snprintf(line + at, sizeof(line) - at, "%s,", one);
    // ruleid: c-snprintf-result-as-offset
    at += snprintf(line + at, sizeof(line) - at, "%s", two);
    puts(line);
}

void cut(char *out, size_t size, const char *text) {
    int n = snprintf(out, size, "%s", text);
    // ruleid: c-snprintf-result-as-offset
    out[n] = '\n';
}

int report_right(const char *one, const char *two) {
    char line[64];
    int at = 0;
    // ok: c-snprintf-result-as-offset
    at += snprintf(line + at, sizeof(line) - at, "%s,", one);
    if (at < 0 || (size_t)at >= sizeof(line)) return -1;
    // ok: c-snprintf-result-as-offset
    at += snprintf(line + at, sizeof(line) - at, "%s", two);
    puts(line);
    // at += snprintf(line + at, sizeof(line) - at, "x");
    return at;
}
