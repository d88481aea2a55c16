#include <stdarg.h>
#include <stdio.h>
#include <syslog.h>

void report(const char *user, const char *what)
{
    char message[256];
    snprintf(message, sizeof(message), "user %s: %s", user, what);
    syslog(LOG_INFO, message);
}
