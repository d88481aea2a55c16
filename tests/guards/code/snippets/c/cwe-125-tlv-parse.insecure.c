#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

struct tlv {
    uint8_t tag;
    uint8_t len;
    const uint8_t *value;
};

int tlv_walk(const uint8_t *buf, size_t size, void (*cb)(const struct tlv *))
{
    size_t pos = 0;
    while (pos < size) {
        struct tlv t;
        t.tag = buf[pos];
        t.len = buf[pos + 1];
        t.value = &buf[pos + 2];
        cb(&t);
        pos += 2 + t.len;
    }
    return 0;
}
