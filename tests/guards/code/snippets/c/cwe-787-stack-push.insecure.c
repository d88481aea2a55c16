#include <stdio.h>

#define STACK_MAX 16

struct stack { int items[STACK_MAX]; int top; };

void push(struct stack *s, int value) {
    s->items[s->top++] = value;
}
