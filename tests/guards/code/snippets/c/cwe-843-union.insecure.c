#include <stdio.h>

void use_number(void)
{
    void *data;
    short number = 8;
    data = &number;
    printf("%d\n", *((int *)data));
}
