#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef enum { NUM, OP, END } kind;
typedef struct { kind kind; double number; char op; } token;

static const char *input;

static token next(void) {
    token t = {END, 0, 0};
    while (*input == ' ') input++;
    if (*input == '\0') return t;
    if (*input >= '0' && *input <= '9') {
        char *end;
        t.kind = NUM;
        t.number = strtod(input, &end);
        input = end;
    } else {
        t.kind = OP;
        t.op = *input++;
    }
    return t;
}

int main(void) {
    char line[256];
    while (fgets(line, sizeof line, stdin)) {
        input = line;
        token a = next(), op = next(), b = next();
        double r = 0;
        switch (op.op) {
        case '+': r = a.number + b.number; break;
        case '-': r = a.number - b.number; break;
        case '*': r = a.number * b.number; break;
        case '/':
            if (b.number == 0) { puts("division by zero"); continue; }
            r = a.number / b.number;
            break;
        default: puts("what?"); continue;
        }
        printf("%g\n", r);
    }
    return 0;
}
