#include <stdlib.h>
#include <string.h>

struct person { char name[64]; int age; };

struct person *person_new(const char *name, int age) {
    struct person *p = malloc(sizeof(struct person));
    if (p == NULL) return NULL;
    strncpy(p->name, name, sizeof(p->name) - 1);
    p->name[sizeof(p->name) - 1] = '\0';
    p->age = age;
    return p;
}
