#include <stdio.h>
#include <stdlib.h>

struct header { unsigned int magic; unsigned int count; };

int read_header(FILE *in, struct header *out)
{
    if (fread(out, sizeof(*out), 1, in) != 1) {
        return -1;
    }
    return out->magic == 0x4d5a ? 0 : -1;
}

int rename_log(void)
{
    if (rename("/var/log/app/today.log", "/var/log/app/old.log") != 0) {
        perror("rename");
        return -1;
    }
    return 0;
}
