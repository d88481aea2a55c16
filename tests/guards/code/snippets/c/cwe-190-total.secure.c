#include <stdint.h>
#include <stdlib.h>
#include <string.h>

struct entry { uint32_t id; char name[60]; };

struct entry *load_entries(const unsigned char *buf, uint32_t count) {
    if (count > 10000) return NULL;
    struct entry *e = malloc(count * sizeof(struct entry));
    if (!e) return NULL;
    memcpy(e, buf, count * sizeof(struct entry));
    return e;
}
