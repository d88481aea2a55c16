#include <stdio.h>

int digits_of(unsigned int n)
{
    int digits = 0;
    while (n > 0) {
        digits++;
        n /= 10;
    }
    return digits;
}

void wait_for(int limit)
{
    int i = 0;
    while (i < limit) {
        printf("%d\n", i);
        i = i + 1;
    }
}
