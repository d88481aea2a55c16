#include <stdio.h>
#include <stdlib.h>

struct header { unsigned int magic; unsigned int count; };

int read_header(FILE *in, struct header *out)
{
    fread(out, sizeof(*out), 1, in);
    return out->magic == 0x4d5a ? 0 : -1;
}

int rename_log(void)
{
    rename("/var/log/app/today.log", "/var/log/app/old.log");
    return 0;
}
