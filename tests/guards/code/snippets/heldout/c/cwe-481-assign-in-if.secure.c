#include <stdio.h>

enum role { GUEST = 0, ADMIN = 1 };

int may_delete(enum role r)
{
    if (r == ADMIN) {
        return 1;
    }
    return 0;
}

void greet(int number)
{
    if (number == 5)
    {
        printf("five\n");
    }
}
