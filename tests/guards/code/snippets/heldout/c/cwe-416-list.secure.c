#include <stdlib.h>

struct node {
    int value;
    struct node *next;
};

void clear(struct node *head)
{
    while (head != NULL) {
        struct node *next = head->next;
        free(head);
        head = next;
    }
}
