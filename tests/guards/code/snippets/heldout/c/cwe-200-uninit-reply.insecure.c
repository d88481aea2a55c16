#include <stdint.h>
#include <string.h>
#include <sys/socket.h>

struct reply {
    uint8_t type;
    uint32_t code;
    char detail[64];
};

int send_reply(int fd, uint32_t code)
{
    struct reply r;
    r.type = 1;
    r.code = code;
    return send(fd, &r, sizeof(r), 0) == sizeof(r) ? 0 : -1;
}
