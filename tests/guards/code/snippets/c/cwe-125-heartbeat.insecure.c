#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <arpa/inet.h>

#define HB_MAX 2048

int answer_heartbeat(int sock, const unsigned char *pkt, size_t pkt_len)
{
    uint16_t payload;
    if (pkt_len < 3)
        return -1;
    memcpy(&payload, pkt + 1, 2);
    payload = ntohs(payload);

    unsigned char *reply = malloc(3 + (size_t)payload);
    if (!reply)
        return -1;
    reply[0] = 2;
    reply[1] = pkt[1];
    reply[2] = pkt[2];
    memcpy(reply + 3, pkt + 3, payload);
    ssize_t n = send(sock, reply, 3 + (size_t)payload, 0);
    free(reply);
    return n < 0 ? -1 : 0;
}
