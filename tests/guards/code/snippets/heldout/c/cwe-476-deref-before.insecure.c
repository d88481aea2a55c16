#include <stdio.h>

struct config { int verbose; const char *path; };

int setup(struct config *config)
{
    int verbose = config->verbose;
    if (config == NULL)
        return -1;
    if (verbose)
        puts(config->path);
    return 0;
}
