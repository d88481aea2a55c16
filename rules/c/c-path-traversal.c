#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

FILE *document(const char *name) {
    char path[PATH_MAX];
    snprintf(path, sizeof path, "/srv/docs/%s", name);
    // ruleid: c-path-traversal
    return fopen(path, "r");
}

int main(int argc, char **argv) {
    char path[PATH_MAX] = "/var/log/";
    strncat(path, argv[1], 100);
    // ruleid: c-path-traversal
    FILE *f = fopen(path, "r");
    // ok: c-path-traversal
    FILE *own = fopen(argv[2], "r");
    return f == own;
}

FILE *document_right(const char *name) {
    char path[PATH_MAX];
    if (strstr(name, "..") != NULL) return NULL;
    snprintf(path, sizeof path, "/srv/docs/%s", name);
    // ok: c-path-traversal
    return fopen(path, "r");
}

FILE *resolved(const char *name) {
    char path[PATH_MAX], full[PATH_MAX];
    snprintf(path, sizeof path, "/srv/docs/%s", name);
    if (!realpath(path, full) || strncmp(full, "/srv/docs/", 10) != 0) return NULL;
    // ok: c-path-traversal
    return fopen(full, "r");
    // fopen(argv[1], "r");
}

FILE *unpacked(const struct entry *e, const char *folder) {
    char path[PATH_MAX];
    if (!name_is_safe(e->name)) return NULL;
    snprintf(path, sizeof path, "%s/%s", folder, e->name);
    // ok: c-path-traversal
    return fopen(path, "w");
}

FILE *member(FILE *archive, const char *folder) {
    struct entry e;
    char path[PATH_MAX];
    if (fread(&e, sizeof e, 1, archive) != 1) return NULL;
    snprintf(path, sizeof path, "%s/%s", folder, e.name);
    // ruleid: c-path-traversal
    return fopen(path, "w");
}

FILE *asked(void) {
    char path[PATH_MAX];
    if (!fgets(path, sizeof path, stdin)) return NULL;
    path[strcspn(path, "\n")] = '\0';
    // ok: c-path-traversal
    return fopen(path, "r");
}

FILE *asked_below(void) {
    char name[100], path[PATH_MAX];
    if (!fgets(name, sizeof name, stdin)) return NULL;
    name[strcspn(name, "\n")] = '\0';
    snprintf(path, sizeof path, "notes/%s", name);
    // ruleid: c-path-traversal
    return fopen(path, "r");
}

FILE *any(const char *path) {
    // ok: c-path-traversal
    return fopen(path, "r");
}
