#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct header {
    char magic[4];
    uint32_t version;
    uint32_t entries;
};

int print_version(const char *path)
{
    struct header h;
    FILE *f = fopen(path, "rb");
    fread(&h, sizeof(h), 1, f);
    fclose(f);
    if (memcmp(h.magic, "ARCH", 4) != 0)
        return -1;
    printf("version %u, %u entries\n", h.version, h.entries);
    return 0;
}
