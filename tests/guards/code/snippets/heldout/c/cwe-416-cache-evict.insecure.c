#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct item {
    char *key;
    char *value;
};

static struct item *slots[64];

void cache_replace(unsigned idx, struct item *fresh)
{
    struct item *old = slots[idx % 64];
    slots[idx % 64] = fresh;
    if (old != NULL) {
        free(old->key);
        free(old->value);
        free(old);
        printf("evicted %s\n", old->key);
    }
}
