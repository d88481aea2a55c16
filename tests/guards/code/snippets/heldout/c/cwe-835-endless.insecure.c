#include <stdio.h>

int digits_of(unsigned int n)
{
    int digits = 0;
    do {
        digits++;
    } while (n >= 0);
    return digits;
}

void wait_for(int limit)
{
    int i = 0;
    while (i < 10) {
        printf("%d\n", i);
        i = (i + 1) % 10;
    }
}
