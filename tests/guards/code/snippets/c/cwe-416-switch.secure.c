#include <stdio.h>
#include <stdlib.h>

struct job { int kind; char *name; };

void finish(struct job *job)
{
    switch (job->kind) {
    case 1:
        free(job->name);
        job->name = NULL;
        break;
    default:
        break;
    }
    if (job->name != NULL) printf("finished %s\n", job->name);
}
