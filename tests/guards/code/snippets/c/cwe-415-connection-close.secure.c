#include <stdlib.h>
#include <string.h>
#include <unistd.h>

struct connection {
    int fd;
    char *inbuf;
    char *outbuf;
};

static void connection_reset(struct connection *c)
{
    free(c->inbuf);
    free(c->outbuf);
    c->inbuf = NULL;
    c->outbuf = NULL;
}

int connection_process(struct connection *c)
{
    ssize_t n = read(c->fd, c->inbuf, 4096);
    if (n <= 0) {
        connection_reset(c);
        return -1;
    }
    memcpy(c->outbuf, c->inbuf, (size_t)n);
    return write(c->fd, c->outbuf, (size_t)n) == n ? 0 : -1;
}

void connection_free(struct connection *c)
{
    free(c->inbuf);
    free(c->outbuf);
    close(c->fd);
    free(c);
}

void serve(struct connection *c)
{
    while (connection_process(c) == 0)
        ;
    connection_free(c);
}
