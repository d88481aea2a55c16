#include <stdio.h>
#include <stdlib.h>

int pick(const int *list, char **argv) {
    int i = atoi(argv[1]);
    // ruleid: c-number-as-index
    return list[i];
}

int pick_right(const int *list, int n, char **argv) {
    int i = atoi(argv[1]);
    if (i < 0 || i >= n) return -1;
    // ok: c-number-as-index
    return list[i];
}

void set_all(void) {
    int n, marks[10];
    if (scanf("%d", &n) != 1) return;
    for (int i = 0; i < n; i++) {
        // ruleid: c-number-as-index
        marks[i] = 0;
    }
}

void set_all_right(void) {
    int n, marks[10];
    if (scanf("%d", &n) != 1 || n > 10) return;
    for (int i = 0; i < n; i++) {
        // ok: c-number-as-index
        marks[i] = 0;
    }
    // marks[atoi("3")] = 0;
}
