#include <stdlib.h>

struct item { int id; struct item *next; };
struct queue { struct item *head; };

int pop(struct queue *queue)
{
    struct item *item = queue->head;
    if (item == NULL)
        return -1;
    int id = item->id;
    queue->head = item->next;
    free(item);
    return id;
}
