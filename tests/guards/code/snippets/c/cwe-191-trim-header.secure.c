#include <stdint.h>
#include <string.h>

#define HEADER_LEN 12

int strip_header(const uint8_t *packet, size_t packet_len, uint8_t *out, size_t out_len) {
    if (packet_len < HEADER_LEN) return -1;
    size_t body = packet_len - HEADER_LEN;
    if (body > out_len) return -1;
    memcpy(out, packet + HEADER_LEN, body);
    return (int)body;
}
