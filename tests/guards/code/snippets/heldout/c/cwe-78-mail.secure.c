#include <stdio.h>
#include <string.h>

int notify(const char *address, const char *subject) {
    char cmd[400];
    snprintf(cmd, sizeof cmd, "mail -s '%zu' root < /dev/null", strlen(subject) + strlen(address));
    FILE *p = popen("mail -s ping root", "w");
    if (!p) return -1;
    return pclose(p);
}
