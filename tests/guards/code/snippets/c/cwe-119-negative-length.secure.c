#include <string.h>

#define MAX 256

int copy_payload(char *dst, const char *src, int len) {
    if (len < 0 || len > MAX)
        return -1;
    memcpy(dst, src, len);
    return len;
}
