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
    scanf("%s", c->name);
    printf("phone: ");
    scanf("%s", c->phone);
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
