#include <string.h>

#define ROOM 256

int take(char *to, const char *from, int len) {
    if (len > ROOM)
        return -1;
    // ruleid: c-signed-length
    memcpy(to, from, len);
    return len;
}

int take_right(char *to, const char *from, int len) {
    if (len < 0 || len > ROOM)
        return -1;
    // ok: c-signed-length
    memcpy(to, from, len);
    return len;
}

int item(const int *table, int size, int at) {
    if (at >= size) return -1;
    // ruleid: c-signed-length
    return table[at];
}

int item_right(const int *table, int size, int at) {
    if (at < 0) return -1;
    if (at >= size) return -1;
    // ok: c-signed-length
    return table[at];
    // if (at >= size) return -1; table[at]
}
