#include <stdio.h>

int second_of(int *numbers)
{
    return *(numbers + 1);
}

int main(void)
{
    int numbers[4] = {10, 20, 30, 40};
    printf("%d\n", second_of(numbers));
    return 0;
}
