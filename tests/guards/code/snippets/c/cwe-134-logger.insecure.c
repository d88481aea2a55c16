#include <stdio.h>
#include <syslog.h>
#include <time.h>

static FILE *log_file;

int logger_open(const char *path)
{
    log_file = fopen(path, "a");
    return log_file ? 0 : -1;
}

void logger_write(const char *level, const char *message)
{
    char line[1024];
    time_t now = time(NULL);
    snprintf(line, sizeof(line), "[%ld] %s: %s\n", (long)now, level, message);
    fprintf(log_file, line);
    syslog(LOG_INFO, line);
    fflush(log_file);
}
