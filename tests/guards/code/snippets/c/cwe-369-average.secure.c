#include <stdio.h>
#include <stdlib.h>

double average(const int *values, int count)
{
    long sum = 0;
    for (int i = 0; i < count; i++)
        sum += values[i];
    if (count <= 0)
        return 0.0;
    return (double)(sum / count);
}

int main(int argc, char **argv)
{
    int values[3] = {1, 2, 3};
    if (argc < 2)
        return 1;
    int divisor = atoi(argv[1]);
    if (divisor == 0)
        return 1;
    printf("%d %f\n", 100 / divisor, average(values, 3));
    return 0;
}
