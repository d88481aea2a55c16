#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct contact {
    char name[40];
    char phone[20];
};

static void read_contact(struct contact *c)
{
    printf("name: ");
    if (scanf("%39s", c->name) != 1)
        c->name[0] = '\0';
    printf("phone: ");
    if (scanf("%19s", c->phone) != 1)
        c->phone[0] = '\0';
}

int main(void)
{
    struct contact book[10];
    for (int i = 0; i < 10; i++)
        read_contact(&book[i]);
    for (int i = 0; i < 10; i++)
        printf("%-40s %s\n", book[i].name, book[i].phone);
    return 0;
}
