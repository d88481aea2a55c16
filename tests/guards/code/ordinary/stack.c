#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#define MAX 100

typedef struct { int items[MAX]; int top; } Stack;

void init(Stack *s) { s->top = -1; }
bool is_empty(Stack *s) { return s->top == -1; }
bool is_full(Stack *s) { return s->top == MAX - 1; }

void push(Stack *s, int value) {
    if (is_full(s)) {
        printf("Stack overflow\n");
        return;
    }
    s->items[++s->top] = value;
}

int pop(Stack *s) {
    if (is_empty(s)) {
        printf("Stack underflow\n");
        return -1;
    }
    return s->items[s->top--];
}

typedef struct tree { int key; struct tree *left, *right; } Tree;

Tree *insert(Tree *root, int key) {
    if (root == NULL) {
        Tree *node = malloc(sizeof(Tree));
        if (node == NULL) return NULL;
        node->key = key;
        node->left = node->right = NULL;
        return node;
    }
    if (key < root->key) root->left = insert(root->left, key);
    else if (key > root->key) root->right = insert(root->right, key);
    return root;
}

void inorder(Tree *root) {
    if (root == NULL) return;
    inorder(root->left);
    printf("%d ", root->key);
    inorder(root->right);
}
