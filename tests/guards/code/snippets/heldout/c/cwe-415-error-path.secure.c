#include <stdio.h>
#include <stdlib.h>

struct session { char *user; int fd; };

int start(struct session *s, int flag)
{
    char *data = (char *)malloc(100 * sizeof(char));
    if (data == NULL) { exit(-1); }
    s->user = NULL;
    if (flag < 0) {
        fprintf(stderr, "bad flag\n");
        free(data);
        data = NULL;
    }
    s->fd = flag;
    free(data);
    return 0;
}
