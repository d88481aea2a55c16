#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct event {
    int kind;
    char *payload;
};

static void event_destroy(struct event *ev)
{
    free(ev->payload);
    free(ev);
}

int dispatch(struct event *ev)
{
    int status = 0;
    switch (ev->kind) {
    case 0:
        puts(ev->payload);
        break;
    default:
        status = -1;
        break;
    }
    if (status != 0)
        fprintf(stderr, "unknown event %d\n", ev->kind);
    event_destroy(ev);
    return status;
}
