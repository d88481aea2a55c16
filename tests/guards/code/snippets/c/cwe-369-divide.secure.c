#include <stdio.h>
#include <stdlib.h>
#include <math.h>

static int ways = 1;

void share_prize(void)
{
    int people = -1;
    if (ways)
    {
        fscanf(stdin, "%d", &people);
    }
    if (people != 0)
        printf("each gets %d\n", 100 / people);
    else
        printf("nobody is there\n");
}
