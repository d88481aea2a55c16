#include <limits.h>
#include <stdio.h>

static void double_it(int amount)
{
    if (amount > 0 && amount < INT_MAX / 2)
    {
        int result = amount * 2;
        printf("Result: %d\n", result);
    }
}

int main(void)
{
    int amount = 0;
    if (fscanf(stdin, "%d", &amount) != 1)
        return 1;
    double_it(amount);
    return 0;
}
