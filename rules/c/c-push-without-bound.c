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

static double numbers[ROOM];
static int depth;

static void push_number(double value) {
    // ruleid: c-push-without-bound
    numbers[depth++] = value;
}

static void push_number_right(double value) {
    if (depth == ROOM) exit(1);
    // ok: c-push-without-bound
    numbers[depth++] = value;
}

int words(char *line) {
    char *argv[ROOM];
    int argc = 0;
    char *word = strtok(line, " ");
    while (word != NULL) {
        // ruleid: c-push-without-bound
        argv[argc++] = word;
        word = strtok(NULL, " ");
    }
    return argc;
}

int words_right(char *line) {
    char *argv[ROOM];
    int argc = 0;
    char *word = strtok(line, " ");
    while (word != NULL && argc < ROOM) {
        // ok: c-push-without-bound
        argv[argc++] = word;
        word = strtok(NULL, " ");
    }
    return argc;
}

int line_of(FILE *in) {
    char line[80];
    int c, n = 0;
    while ((c = fgetc(in)) != '\n')
        // ruleid: c-push-without-bound
        line[n++] = c;
    return n;
}

int even(const int *all, int *out) {
    int found[10], n = 0;
    for (int i = 0; i < 10; i++)
        // ok: c-push-without-bound
        if (all[i] % 2 == 0) found[n++] = all[i];
    return n;
}
