#include <stdio.h>

int level_of(int flag)
{
    int level;
    if (flag > 0)
        level = 3;
    return level * 2;
}
