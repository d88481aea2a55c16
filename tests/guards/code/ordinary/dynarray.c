#include <stdio.h>
#include <stdlib.h>

typedef struct { int *data; size_t size, capacity; } IntVec;

void vec_init(IntVec *v) { v->data = NULL; v->size = v->capacity = 0; }

int vec_push(IntVec *v, int x) {
    if (v->size == v->capacity) {
        size_t cap = v->capacity ? v->capacity * 2 : 8;
        int *p = realloc(v->data, cap * sizeof *p);
        if (!p) return -1;
        v->data = p;
        v->capacity = cap;
    }
    v->data[v->size++] = x;
    return 0;
}

void vec_free(IntVec *v) { free(v->data); vec_init(v); }

int main(void) {
    int n;
    printf("How many? ");
    if (scanf("%d", &n) != 1 || n <= 0 || n > 1000) return 1;
    int *numbers = malloc(n * sizeof(int));
    if (numbers == NULL) return 1;
    int sum = 0;
    for (int i = 0; i < n; i++) {
        numbers[i] = i * i;
        sum += numbers[i];
    }
    printf("Average: %.2f\n", (double)sum / n);
    free(numbers);
    return 0;
}
