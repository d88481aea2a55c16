#include <stdint.h>
#include <string.h>

void body(uint8_t *out, const uint8_t *packet, size_t size) {
    size_t rest = size - 12;
    // ruleid: c-length-underflow
    memcpy(out, packet + 12, rest);
}

void body_right(uint8_t *out, const uint8_t *packet, size_t size) {
    if (size < 12) return;
    size_t rest = size - 12;
    // ok: c-length-underflow
    memcpy(out, packet + 12, rest);
}

void tail(uint8_t *out, const uint8_t *packet, size_t size, size_t head) {
    // ruleid: c-length-underflow
    memcpy(out, packet + head, size - head);
}

void tail_right(uint8_t *out, const uint8_t *packet, size_t size, size_t head) {
    if (head > size) return;
    // ok: c-length-underflow
    memcpy(out, packet + head, size - head);
    // memcpy(out, packet, size - 4);
}
