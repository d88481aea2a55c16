#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

struct tar_header {
    char name[100];
    char mode[8];
    char uid[8];
    char gid[8];
    char size[12];
    char pad[376];
};

int extract(FILE *tar, const char *dest)
{
    struct tar_header h;
    char out_path[512], block[512];

    while (fread(&h, sizeof(h), 1, tar) == 1 && h.name[0]) {
        h.name[99] = '\0';
        h.size[11] = '\0';
        unsigned long size = strtoul(h.size, NULL, 8);
        snprintf(out_path, sizeof(out_path), "%s/%s", dest, h.name);
        FILE *out = fopen(out_path, "wb");
        if (!out)
            return -1;
        while (size > 0 && fread(block, sizeof(block), 1, tar) == 1) {
            size_t n = size < sizeof(block) ? size : sizeof(block);
            fwrite(block, 1, n, out);
            size -= n;
        }
        fclose(out);
    }
    return 0;
}
