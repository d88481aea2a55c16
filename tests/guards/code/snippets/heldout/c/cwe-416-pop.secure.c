#include <stdlib.h>

struct item { int value; struct item *below; };

int pop(struct item **top) {
    struct item *t = *top;
    if (t == NULL) return 0;
    int value = t->value;
    *top = t->below;
    free(t);
    return value;
}
