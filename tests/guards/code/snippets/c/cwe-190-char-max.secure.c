#include <limits.h>
#include <stdio.h>

void next_char(void)
{
    char data = ' ';
    while (1)
    {
        data = CHAR_MAX;
        break;
    }
    if (data < CHAR_MAX)
    {
        char result = data + 1;
        printf("%d\n", result);
    }
}
