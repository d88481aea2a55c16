#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define BUCKETS 64

typedef struct entry { char *key; int value; struct entry *next; } entry;
static entry *table[BUCKETS];

static unsigned hash(const char *s) {
    unsigned h = 5381;
    while (*s) h = h * 33 + (unsigned char)*s++;
    return h % BUCKETS;
}

int *find(const char *key) {
    for (entry *e = table[hash(key)]; e; e = e->next)
        if (strcmp(e->key, key) == 0) return &e->value;
    return NULL;
}

int put(const char *key, int value) {
    int *old = find(key);
    if (old) { *old = value; return 0; }
    entry *e = malloc(sizeof *e);
    if (!e) return -1;
    e->key = strdup(key);
    if (!e->key) { free(e); return -1; }
    e->value = value;
    unsigned h = hash(key);
    e->next = table[h];
    table[h] = e;
    return 0;
}
