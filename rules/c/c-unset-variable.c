#include <stdio.h>
#include <string.h>

int level(const char *s) {
    int value;
    if (s[0] == 'd') value = 1;
    else if (s[0] == 'i') value = 2;
    // ruleid: c-unset-variable
    return value;
}

int level_right(const char *s) {
    int value;
    if (s[0] == 'd') value = 1;
    else value = 2;
    // ok: c-unset-variable
    return value;
}

int total(const int *items, int n) {
    int sum;
    for (int i = 0; i < n; i++) {
        // ruleid: c-unset-variable
        sum += items[i];
    }
    return 0;
}

int ask(void) {
    int n;
    if (scanf("%d", &n) != 1) return -1;
    // ok: c-unset-variable
    return n;
    // int n; return n;
}
