#include <stdio.h>
#include <string.h>
#include <time.h>

static FILE *audit;

static void clean(char *dst, size_t n, const char *src)
{
    size_t i = 0;
    for (; src[i] && i + 1 < n; i++)
        dst[i] = (src[i] == '\n' || src[i] == '\r') ? '_' : src[i];
    dst[i] = '\0';
}

void handle_login(int fd)
{
    char user[64];
    ssize_t n = recv(fd, user, sizeof(user) - 1, 0);
    if (n <= 0)
        return;
    user[n] = '\0';
    char safe[64];
    clean(safe, sizeof(safe), user);
    fprintf(audit, "%ld login attempt by %s\n", (long)time(NULL), safe);
    fflush(audit);
}
