#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct item { char name[20]; int count; };

struct item *new_item(const char *name)
{
    struct item *item = malloc(sizeof(*item));
    if (item == NULL)
        return NULL;
    strncpy(item->name, name, sizeof(item->name) - 1);
    item->name[sizeof(item->name) - 1] = '\0';
    item->count = 1;
    return item;
}
