#include <stdio.h>
#include <stdlib.h>

struct node {
    int value;
    struct node *next;
};

struct node *push(struct node *head, int value) {
    struct node *n = malloc(sizeof(struct node));
    if (!n) {
        perror("malloc");
        exit(EXIT_FAILURE);
    }
    n->value = value;
    n->next = head;
    return n;
}

void append(struct node **head, int value) {
    struct node *n = push(NULL, value);
    if (*head == NULL) {
        *head = n;
        return;
    }
    struct node *current = *head;
    while (current->next != NULL)
        current = current->next;
    current->next = n;
}

struct node *reverse(struct node *head) {
    struct node *prev = NULL;
    while (head) {
        struct node *next = head->next;
        head->next = prev;
        prev = head;
        head = next;
    }
    return prev;
}

void delete_list(struct node *head) {
    while (head != NULL) {
        struct node *next = head->next;
        free(head);
        head = next;
    }
}

int main(void) {
    struct node *head = NULL;
    for (int i = 0; i < 5; i++)
        append(&head, i);
    head = reverse(head);
    for (struct node *n = head; n; n = n->next)
        printf("%d -> ", n->value);
    printf("NULL\n");
    delete_list(head);
    return 0;
}
