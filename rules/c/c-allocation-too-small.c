#include <stdlib.h>

struct account { char name[64]; int age; double balance; };

struct account *new_account(void) {
    // ruleid: c-allocation-too-small
    struct account *made = malloc(sizeof(struct account *));
    // ok: c-allocation-too-small
    struct account *right = malloc(sizeof(struct account));
    // ok: c-allocation-too-small
    struct account *many = calloc(10, sizeof *many);
    free(right);
    free(many);
    // malloc(sizeof(made));
    return made;
}

double *number(void) {
    // ruleid: c-allocation-too-small
    double *value = (double *)malloc(sizeof(float));
    return value;
}
