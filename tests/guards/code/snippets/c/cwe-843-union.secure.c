#include <stdio.h>

void use_number(void)
{
    void *data;
    int number = 8;
    data = &number;
    printf("%d\n", *((int *)data));
}
