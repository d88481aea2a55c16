#include <stdio.h>
#include <string.h>

#define NAME_LEN 32

typedef struct {
    char name[NAME_LEN];
    int age;
} Person;

void init_person(Person *p, const char *name, int age) {
    strncpy(p->name, name, NAME_LEN - 1);
    p->name[NAME_LEN - 1] = '\0';
    p->age = age;
}

int main(void) {
    Person p;
    char greeting[64];
    init_person(&p, "Alice", 30);
    sprintf(greeting, "Hello, %s!", p.name);
    printf("%s You are %d years old.\n", greeting, p.age);
    char month[10];
    strcpy(month, "January");
    strcat(month, "1");
    puts(month);
    return 0;
}
