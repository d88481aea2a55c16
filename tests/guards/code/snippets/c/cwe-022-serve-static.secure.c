#include <stdio.h>
#include <string.h>
#include <stdlib.h>
#include <unistd.h>
#include <sys/socket.h>

#define WEB_ROOT "/var/www/html"

static void send_status(int fd, const char *status)
{
    char line[128];
    snprintf(line, sizeof(line), "HTTP/1.0 %s\r\n\r\n", status);
    send(fd, line, strlen(line), 0);
}

void handle_request(int client)
{
    char req[2048];
    ssize_t n = recv(client, req, sizeof(req) - 1, 0);
    if (n <= 0)
        return;
    req[n] = '\0';

    char method[8], url[512];
    if (sscanf(req, "%7s %511s", method, url) != 2) {
        send_status(client, "400 Bad Request");
        return;
    }
    if (strstr(url, "..") != NULL) {
        send_status(client, "403 Forbidden");
        return;
    }

    char path[1024];
    snprintf(path, sizeof(path), "%s%s", WEB_ROOT, url);
    FILE *f = fopen(path, "rb");
    if (!f) {
        send_status(client, "404 Not Found");
        return;
    }
    send_status(client, "200 OK");
    char buf[4096];
    size_t got;
    while ((got = fread(buf, 1, sizeof(buf), f)) > 0)
        send(client, buf, got, 0);
    fclose(f);
}
