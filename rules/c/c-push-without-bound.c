#define ROOM 16

struct stack { int items[ROOM]; int top; };

void push(struct stack *s, int value) {
    // ruleid: c-push-without-bound
    s->items[s->top++] = value;
}

void log_two(struct stack *s, int one, int two) {
    // ruleid: c-push-without-bound
    s->items[s->top++] = one;
    // ruleid: c-push-without-bound
    s->items[s->top++] = two;
}

int push_right(struct stack *s, int value) {
    if (s->top >= ROOM) return -1;
    // ok: c-push-without-bound
    s->items[s->top++] = value;
    return 0;
}

int push_room(struct stack *s, int value) {
    if (s->top < ROOM) {
        // ok: c-push-without-bound
        s->items[s->top++] = value;
    }
    return 0;
    // s->items[s->top++] = value;
}
