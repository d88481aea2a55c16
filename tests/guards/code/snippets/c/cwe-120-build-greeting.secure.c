#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define NAME_MAX_LEN 32

typedef struct {
    char first[NAME_MAX_LEN];
    char last[NAME_MAX_LEN];
    int age;
} person_t;

person_t *person_create(const char *first, const char *last, int age)
{
    person_t *p = malloc(sizeof(*p));
    if (p == NULL)
        return NULL;
    if (strlen(first) >= sizeof(p->first) || strlen(last) >= sizeof(p->last)) {
        free(p);
        return NULL;
    }
    strcpy(p->first, first);
    strcpy(p->last, last);
    p->age = age;
    return p;
}

void person_print(const person_t *p)
{
    printf("%s %s (%d)\n", p->first, p->last, p->age);
}
