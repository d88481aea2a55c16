#include <stdio.h>
#include <string.h>
#include <time.h>

static FILE *audit;

void handle_login(int fd)
{
    char user[64];
    ssize_t n = recv(fd, user, sizeof(user) - 1, 0);
    if (n <= 0)
        return;
    user[n] = '\0';
    fprintf(audit, "%ld login attempt by %s\n", (long)time(NULL), user);
    fflush(audit);
}
