#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int process_file(const char *path)
{
    int rc = -1;
    char *buf = malloc(4096);
    FILE *f = NULL;
    if (!buf)
        return -1;
    f = fopen(path, "rb");
    if (!f)
        goto out;
    size_t n = fread(buf, 1, 4096, f);
    if (n == 0) {
        free(buf);
        goto out;
    }
    fwrite(buf, 1, n, stdout);
    rc = 0;
out:
    if (f)
        fclose(f);
    free(buf);
    return rc;
}
