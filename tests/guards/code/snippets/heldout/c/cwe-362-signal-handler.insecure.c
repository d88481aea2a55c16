#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static char *session_name;
static volatile sig_atomic_t stop;

static void on_term(int sig)
{
    (void)sig;
    printf("closing %s\n", session_name);
    free(session_name);
    exit(0);
}

int main(int argc, char **argv)
{
    session_name = strdup(argc > 1 ? argv[1] : "default");
    signal(SIGTERM, on_term);
    while (!stop)
        pause();
    free(session_name);
    return 0;
}
