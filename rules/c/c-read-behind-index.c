#include <stddef.h>
#include <stdint.h>

size_t options(const uint8_t *data, size_t size) {
    size_t at = 0, count = 0;
    while (at < size) {
        // ruleid: c-read-behind-index
        uint8_t length = data[at + 1];
        at += 2 + length;
        count++;
    }
    return count;
}

int pairs(unsigned char *data, int n) {
    int sum = 0;
    for (int i = 0; i < n; i += 2) {
        // ruleid: c-read-behind-index
        sum += data[i] << 8 | data[i + 1];
    }
    return sum;
}

size_t options_right(const uint8_t *data, size_t size) {
    size_t at = 0, count = 0;
    while (at < size) {
        if (size - at < 2) break;
        // ok: c-read-behind-index
        uint8_t length = data[at + 1];
        at += 2 + length;
        count++;
    }
    return count;
}

int letters(const char *text, int n) {
    int sum = 0;
    for (int i = 0; i < n; i++) {
        // ok: c-read-behind-index
        if (text[i] == '%' && text[i + 1] == '%') sum++;
        // data[i + 1]
    }
    return sum;
}
