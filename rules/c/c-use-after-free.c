#include <stdio.h>
#include <stdlib.h>

struct node { struct node *next; char *name; };

void all(struct node *head) {
    for (struct node *n = head; n != NULL; n = n->next) {
        puts(n->name);
    }
}

void drop(struct node *head) {
    struct node *n = head;
    while (n != NULL) {
        free(n);
        // ruleid: c-use-after-free
        n = n->next;
    }
}

void drop_right(struct node *head) {
    struct node *n = head;
    while (n != NULL) {
        struct node *next = n->next;
        free(n);
        // ok: c-use-after-free
        n = next;
    }
}

void show(char *text) {
    free(text);
    // ruleid: c-use-after-free
    printf("%s", text);
}

int early(char *text, int wrong) {
    if (wrong) {
        free(text);
        return -1;
    }
    // ok: c-use-after-free
    puts(text);
    free(text);
    text = NULL;
    return text == NULL;
}

void decoy(char *text) {
    // free(text); puts(text);
    puts("free(text); puts(text);");
    free(text);
}
