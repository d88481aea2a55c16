#include <stdio.h>
#include <stdlib.h>

static const char *names[] = {"red", "green", "blue"};

const char *colour(const char *text)
{
    int index = atoi(text);
    if (index < 3)
        return names[index];
    return "none";
}
