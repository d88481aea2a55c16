#include <stdio.h>
#include <stdlib.h>

enum level { LOW, MEDIUM, HIGH };

int timeout_for(enum level lvl, int verbose)
{
    int seconds = 60;
    int *samples = calloc(8, sizeof(int));
    if (!samples)
        return 0;
    switch (lvl) {
    case LOW:
        seconds = 5;
        break;
    case MEDIUM:
        seconds = 30;
        break;
    }
    int sum = 0;
    for (int i = 0; i < 8; i++)
        sum += samples[i];
    if (verbose)
        printf("%d samples\n", sum);
    free(samples);
    return seconds;
}
