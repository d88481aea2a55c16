#include <string.h>
#include <sys/socket.h>
#include <syslog.h>

void serve_once(int fd)
{
    char request[1024];
    ssize_t n = recv(fd, request, sizeof(request) - 1, 0);
    if (n <= 0)
        return;
    request[n] = '\0';
    char *eol = strpbrk(request, "\r\n");
    if (eol)
        *eol = '\0';
    syslog(LOG_NOTICE, request);
    send(fd, "OK\n", 3, 0);
}
