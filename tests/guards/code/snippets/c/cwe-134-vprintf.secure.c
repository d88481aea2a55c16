#include <stdarg.h>
#include <stdio.h>

static void write_line(FILE *log, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    vfprintf(log, format, args);
    va_end(args);
}

void handle_request(FILE *log, FILE *client)
{
    char request[256];
    if (fgets(request, sizeof(request), client) == NULL)
        return;
    write_line(log, "%s", request);
}
