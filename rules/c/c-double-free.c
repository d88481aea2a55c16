#include <stdlib.h>
#include <string.h>

int copy(const char *in) {
    char *tmp = malloc(64);
    if (tmp == NULL) return -1;
    if (strlen(in) > 63) {
        free(tmp);
        goto out;
    }
    strcpy(tmp, in);
out:
    // ruleid: c-double-free
    free(tmp);
    return 0;
}

int copy_right(const char *in) {
    char *tmp = malloc(64);
    if (tmp == NULL) return -1;
    if (strlen(in) > 63) {
        goto out;
    }
    strcpy(tmp, in);
    free(tmp);
    return 0;
out:
    // ok: c-double-free
    free(tmp);
    return -1;
}

void twice(char *p) {
    free(p);
    // ruleid: c-double-free
    free(p);
}

void anew(char *p) {
    free(p);
    p = malloc(10);
    // ok: c-double-free
    free(p);
    // free(p); free(p);
}

void each(char **list, int n) {
    for (int i = 0; i < n; i++) {
        // ok: c-double-free
        free(list[i]);
    }
    free(list);
}

int through_a_label(int n) {
    char *buf = malloc(64);
    if (n == 0) {
        free(buf);
        goto out;
    }
out:
    puts("done");
    // ruleid: c-double-free
    free(buf);
    return 0;
}

void whole_list(struct node *n) {
    while (n != NULL) {
        struct node *next = n->next;
        // ok: c-double-free
        free(n->key);
        // ok: c-double-free
        free(n);
        n = next;
    }
}
