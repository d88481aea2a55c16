#include <stdlib.h>

struct item { int value; struct item *below; };

int pop(struct item **top) {
    struct item *t = *top;
    if (t == NULL) return 0;
    free(t);
    *top = t->below;
    return t->value;
}
