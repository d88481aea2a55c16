#include <stdint.h>
#include <string.h>

struct message { uint16_t len; char body[64]; };

int parse(struct message *out, const uint8_t *data, size_t size) {
    uint16_t len = (uint16_t)(data[0] << 8 | data[1]);
    // ruleid: c-length-from-data
    memcpy(out->body, data + 2, len);
    return (int)size;
}

int parse_right(struct message *out, const uint8_t *data, size_t size) {
    uint16_t len = (uint16_t)(data[0] << 8 | data[1]);
    if (len > sizeof out->body || len > size - 2) return -1;
    // ok: c-length-from-data
    memcpy(out->body, data + 2, len);
    return 0;
}

void answer(char *reply, const struct message *msg) {
    // ruleid: c-length-from-data
    memcpy(reply, msg->body, msg->len);
}

void answer_right(char *reply, const struct message *msg) {
    if (msg->len <= 64) {
        // ok: c-length-from-data
        memcpy(reply, msg->body, msg->len);
    }
    // memcpy(reply, data, data[0]);
}
