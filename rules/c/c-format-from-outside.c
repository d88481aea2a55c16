#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <wchar.h>

static void note(FILE *log, const char *format, ...) {
    va_list args;
    va_start(args, format);
    // ruleid: c-format-from-outside
    vfprintf(log, format, args);
    va_end(args);
}

static void tell(FILE *log, const char *format, ...) {
    va_list args;
    va_start(args, format);
    // ok: c-format-from-outside
    vfprintf(log, format, args);
    va_end(args);
}

void serve(FILE *log, FILE *client) {
    char line[128], out[128];
    if (fgets(line, sizeof line, client) == NULL) return;
    note(log, line);
    tell(log, "%s", line);
    // ruleid: c-format-from-outside
    snprintf(out, sizeof out, line);
    // ok: c-format-from-outside
    snprintf(out, sizeof out, "%s", line);
    // snprintf(out, sizeof out, line);
}
