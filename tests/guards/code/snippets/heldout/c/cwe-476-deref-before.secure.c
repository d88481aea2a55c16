#include <stdio.h>

struct config { int verbose; const char *path; };

int setup(struct config *config)
{
    if (config == NULL)
        return -1;
    int verbose = config->verbose;
    if (verbose)
        puts(config->path);
    return 0;
}
