#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

char *format_timestamp(time_t t)
{
    char buf[32];
    struct tm tm;
    localtime_r(&t, &tm);
    strftime(buf, sizeof(buf), "%Y-%m-%d %H:%M:%S", &tm);
    return strdup(buf);
}
