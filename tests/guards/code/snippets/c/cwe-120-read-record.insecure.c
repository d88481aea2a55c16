#include <stdio.h>
#include <string.h>
#include <stdint.h>

struct record { uint16_t len; char data[128]; };

int parse_record(const uint8_t *buf, size_t buflen, struct record *out) {
    if (buflen < 2) return -1;
    uint16_t len = (uint16_t)(buf[0] << 8 | buf[1]);
    memcpy(out->data, buf + 2, len);
    out->len = len;
    return 0;
}
