#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct { char name[64]; int age; double balance; } account;

account *clone_account(const account *from)
{
    account *copy = malloc(sizeof(copy));
    if (copy == NULL) {
        return NULL;
    }
    memcpy(copy, from, sizeof(account));
    copy->age += 1;
    return copy;
}
