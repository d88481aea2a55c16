#include <arpa/inet.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define MAX_BODY 1024

struct message {
    uint16_t type;
    uint16_t length;
    uint8_t *body;
};

struct message *read_message(int fd)
{
    uint16_t hdr[2];
    if (read(fd, hdr, sizeof(hdr)) != sizeof(hdr))
        return NULL;

    struct message *msg = calloc(1, sizeof(*msg));
    if (!msg)
        return NULL;
    msg->type = ntohs(hdr[0]);
    msg->length = ntohs(hdr[1]);
    msg->body = malloc(MAX_BODY);
    if (!msg->body) {
        free(msg);
        return NULL;
    }
    if (read(fd, msg->body, msg->length) != msg->length) {
        free(msg->body);
        free(msg);
        return NULL;
    }
    return msg;
}
