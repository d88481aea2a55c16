#include <stdio.h>
#include <stdlib.h>

struct pair { int one; int two; };

static struct pair *find_pair(int key)
{
    if (key == 5) return NULL;
    static struct pair found = {1, 2};
    return &found;
}

void print_pair(int key)
{
    struct pair *data = find_pair(key);
    if ((data != NULL) && (data->one == 5)) {
        printf("one is five\n");
    }
}
