#include <stdio.h>
#include <string.h>

struct server { char host[64]; int port; };

int set_server(struct server *server, const char *host, int port)
{
    if (host == NULL || port <= 0)
        return -1;
    if (strlen(host) >= sizeof(server->host))
        return -1;
    strcpy(server->host, host);
    server->port = port;
    return 0;
}
