#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

struct record {
    uint32_t id;
    uint32_t flags;
    char label[24];
};

struct record *read_records(int fd, uint32_t *count_out)
{
    uint32_t count;
    if (read(fd, &count, sizeof(count)) != sizeof(count))
        return NULL;
    uint32_t bytes = count * sizeof(struct record);
    struct record *recs = malloc(bytes);
    if (!recs)
        return NULL;
    for (uint32_t i = 0; i < count; i++) {
        if (read(fd, &recs[i], sizeof(struct record)) != sizeof(struct record)) {
            free(recs);
            return NULL;
        }
    }
    *count_out = count;
    return recs;
}
