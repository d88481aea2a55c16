#include <limits.h>
#include <stdio.h>
#include <stdlib.h>

int main(int argc, char **argv)
{
    if (argc < 2)
        return 1;
    int balance = 100;
    int amount = atoi(argv[1]);
    int total = balance + amount;
    printf("%d\n", total);
    return 0;
}
