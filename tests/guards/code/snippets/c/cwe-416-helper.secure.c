#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct session { char *user; int open; };

static void end_session(struct session *s)
{
    free(s->user);
    free(s);
}

void log_out(struct session *s, FILE *log)
{
    fprintf(log, "bye %s\n", s->user);
    end_session(s);
}
