#include <stdio.h>

#define DAYS 7

int main(void)
{
    int hours[DAYS];
    int total = 0;
    for (int i = 0; i < DAYS; i++) {
        printf("hours on day %d: ", i + 1);
        if (scanf("%d", &hours[i]) != 1)
            hours[i] = 0;
    }
    for (int i = 0; i < DAYS; i++)
        total += hours[i];
    printf("total: %d\n", total);
    return 0;
}
