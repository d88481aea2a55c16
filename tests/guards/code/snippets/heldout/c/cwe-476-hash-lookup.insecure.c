#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct entry {
    char *key;
    int value;
    struct entry *next;
};

static struct entry *buckets[256];

static struct entry *lookup(const char *key)
{
    unsigned h = 5381;
    for (const char *p = key; *p; p++)
        h = h * 33 + (unsigned char)*p;
    for (struct entry *e = buckets[h % 256]; e; e = e->next)
        if (strcmp(e->key, key) == 0)
            return e;
    return NULL;
}

int get_setting(const char *key)
{
    struct entry *e = lookup(key);
    return e->value;
}
