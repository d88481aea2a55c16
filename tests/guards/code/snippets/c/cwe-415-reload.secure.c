#include <stdlib.h>
#include <string.h>

struct cache { char *data; size_t len; };

void cache_clear(struct cache *c) {
    free(c->data);
    c->data = NULL;
    c->len = 0;
}
