#include <stdint.h>
#include <string.h>

void name(uint8_t *record, const char *name, size_t len) {
    // ruleid: c-length-cut
    record[0] = (uint8_t)len;
    memcpy(record + 1, name, len);
}

void text(uint8_t *record, const char *text) {
    size_t length = strlen(text);
    // ruleid: c-length-cut
    uint8_t n = length;
    record[0] = n;
    memcpy(record + 1, text, length);
}

int name_right(uint8_t *record, const char *name, size_t len) {
    if (len > UINT8_MAX) return -1;
    // ok: c-length-cut
    record[0] = (uint8_t)len;
    memcpy(record + 1, name, len);
    return 0;
}

void letter(uint8_t *record, int n) {
    // ok: c-length-cut
    record[0] = (uint8_t)n;
    // (uint8_t)len
}
