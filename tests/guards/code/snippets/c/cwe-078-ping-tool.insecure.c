#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <sys/wait.h>

struct job {
    char host[256];
    int count;
};

static int parse_job(struct job *j, int argc, char **argv)
{
    if (argc < 3)
        return -1;
    strncpy(j->host, argv[1], sizeof(j->host) - 1);
    j->host[sizeof(j->host) - 1] = '\0';
    j->count = atoi(argv[2]);
    return 0;
}

static int run_job(const struct job *j)
{
    char cmd[512];
    snprintf(cmd, sizeof(cmd), "ping -c %d %s", j->count, j->host);
    return system(cmd);
}

int main(int argc, char **argv)
{
    struct job j;
    if (parse_job(&j, argc, argv) != 0) {
        fprintf(stderr, "usage: %s host count\n", argv[0]);
        return 1;
    }
    return run_job(&j);
}
