#include <stdio.h>
#include <string.h>
#include <syslog.h>

struct credentials {
    char username[64];
    char password[128];
};

extern int check_credentials(const struct credentials *c);

int login(const struct credentials *c)
{
    openlog("authd", LOG_PID, LOG_AUTH);
    if (!check_credentials(c)) {
        syslog(LOG_WARNING, "login failed for %s", c->username);
        closelog();
        return -1;
    }
    syslog(LOG_INFO, "login ok for %s", c->username);
    closelog();
    return 0;
}
