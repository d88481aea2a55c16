#include <signal.h>
#include <stdio.h>
#include <stdlib.h>

static volatile sig_atomic_t stop;
static char *buffer;

static void on_signal(int number)
{
    (void)number;
    stop = 1;
}

int main(void)
{
    buffer = malloc(100);
    signal(SIGINT, on_signal);
    while (!stop)
        getchar();
    free(buffer);
    return 0;
}
