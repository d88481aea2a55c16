#include <stdio.h>

static const char *const months[12] = {
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
};

void show_all(void)
{
    for (int i = 1; i <= 12; i++)
        printf("%s\n", months[i]);
}
