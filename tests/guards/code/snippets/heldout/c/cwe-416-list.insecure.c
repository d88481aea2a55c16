#include <stdlib.h>

struct node {
    int value;
    struct node *next;
};

void clear(struct node *head)
{
    for (struct node *n = head; n != NULL; n = n->next)
        free(n);
}
