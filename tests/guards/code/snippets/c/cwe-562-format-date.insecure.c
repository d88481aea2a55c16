#include <stdio.h>
#include <stdlib.h>
#include <time.h>

char *format_date(time_t when) {
    char out[32];
    struct tm tm;
    localtime_r(&when, &tm);
    strftime(out, 32, "%Y-%m-%d", &tm);
    return out;
}
