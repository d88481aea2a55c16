#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

static char *buffer;

static void on_signal(int number)
{
    // ruleid: c-unsafe-in-signal-handler
    free(buffer);
    // ruleid: c-unsafe-in-signal-handler
    printf("signal %d\n", number);
    // ok: c-unsafe-in-signal-handler
    _exit(1);
}

void stop(void)
{
    // ok: c-unsafe-in-signal-handler
    free(buffer);
    // free(buffer);
}
