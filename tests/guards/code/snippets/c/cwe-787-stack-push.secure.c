#include <stdio.h>

#define STACK_MAX 16

struct stack { int items[STACK_MAX]; int top; };

int push(struct stack *s, int value) {
    if (s->top >= STACK_MAX) return -1;
    s->items[s->top++] = value;
    return 0;
}
