#include <stdio.h>
#include <syslog.h>

void log_message(const char *msg) {
    syslog(LOG_INFO, "%s", msg);
    fprintf(stderr, "%s", msg);
}
