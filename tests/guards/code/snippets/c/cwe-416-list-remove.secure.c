#include <stdlib.h>

struct node { int value; struct node *next; };

void list_free(struct node *head) {
    struct node *cur = head;
    while (cur != NULL) {
        struct node *next = cur->next;
        free(cur);
        cur = next;
    }
}
